// When memory has run out, every waiting caller still gets a result.
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/byte_budget.hpp"
#include "base/open_counts.hpp"
#include "core/presence/presence.hpp"
#include "core/presence/visibility.hpp"
#include "http/exception_answer.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "support/allocations.hpp"
#include "support/coroutine_runner.hpp"
#include "support/domain_test.hpp"
#include "support/presence_service_test.hpp"

namespace parley {
namespace {

using storage::sqlite::Batch;
using storage::sqlite::WorkQueue;
using test_support::CoroutineRunner;
using test_support::NoMemory;

class EmptyUnit final : public core::UnitOfWork {
 public:
  bool run(core::Transaction&) override { return true; }
};

class QueueWithoutMemoryTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kWorks = 50;

  /// Queues kWorks units of work and returns how many of them got a result. The engine's thread
  /// passes them to `engine` as a batch. It cannot allocate memory from the moment it takes them
  /// until it has resumed their coroutines.
  std::size_t answers(const std::function<void(Batch&)>& engine) {
    std::size_t count = 0;
    std::vector<Task<void>> tasks;
    for (std::size_t i = 0; i < kWorks; ++i) tasks.push_back(run(count));
    std::jthread thread([&] {
      while (queue_.size() < kWorks) std::this_thread::yield();
      const NoMemory none;
      auto batch = queue_.take(kWorks);
      engine(batch);
    });
    runner_.run_all(std::move(tasks));
    return count;
  }

  Task<void> run(std::size_t& count) {
    EmptyUnit work;
    bool is_out_of_memory = false;
    Status status;
    try {
      status = co_await queue_.run(work);
    } catch (const std::bad_alloc&) {
      is_out_of_memory = true;
    }
    const std::scoped_lock lock(mutex_);
    ++count;
    if (is_out_of_memory) ++out_of_memory_;
    if (!is_out_of_memory && status) ++succeeded_;
  }

  CoroutineRunner runner_;
  WorkQueue queue_;
  std::mutex mutex_;
  std::size_t succeeded_ = 0;
  std::size_t out_of_memory_ = 0;
};

TEST_F(QueueWithoutMemoryTest, AnswersWhatWasCommitted) {
  EXPECT_EQ(answers([](Batch& batch) {
              for (auto& pending : batch) pending.settle(nullptr, {});
            }),
            kWorks);
  EXPECT_EQ(succeeded_, kWorks);
}

TEST_F(QueueWithoutMemoryTest, AnswersWhatFailed) {
  EXPECT_EQ(answers([](Batch& batch) { batch.fail_all("failed", "disk full"); }), kWorks);
  EXPECT_EQ(out_of_memory_, kWorks);
}

TEST(AnswerExceptionWithoutMemory, IsA503ThatTakesNone) {
  const api::Request request;
  try {
    throw std::bad_alloc();
  } catch (...) {
    const NoMemory none;
    const auto answer = http::answer_exception(request);
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.content().find("ERR_SERVICE_UNAVAILABLE"), std::string_view::npos);
  }
}

TEST(ByteBudgetWithoutMemory, TakesBackWhatWasHeld) {
  ByteBudget budget(1'000);
  auto lease = budget.take("an owner of a name that is too long for a small string", 100).value();
  {
    const NoMemory none;
    lease.reset();
  }
  EXPECT_EQ(budget.held(), 0U);
}

// The key is too long for the small string optimization, so copying it would allocate memory.
TEST(OpenCountsWithoutMemory, ForgetWhatHasClosed) {
  OpenCounts<std::string> counts;
  {
    auto place = counts.enter(std::string(100, 'x'), 1);
    ASSERT_TRUE(place);
    const NoMemory none;
    place = {};
  }
  EXPECT_EQ(counts.size(), 0U);
}

/// Each call first fails for lack of memory, which must change nothing.
class PresenceWithoutMemory : public testing::Test {
 protected:
  template <class F>
  static auto after_a_failure(F call) {
    {
      const NoMemory none;
      EXPECT_THROW((void)call(), std::bad_alloc);
    }
    return call();
  }

  void connect_twice() {
    EXPECT_TRUE(after_a_failure([&] { return connect(1); })) << "the user came online";
    EXPECT_FALSE(after_a_failure([&] { return connect(2); }));
    EXPECT_EQ(presence_.online(), 1U);
  }

  core::Presence::Change connect(core::DeviceNumber device) {
    return presence_.connect("app", uid_, Time{}, device, now_.time);
  }

  const std::string uid_ = std::string(100, 'x');
  const core::Moment now_{Time{std::chrono::hours{1}}, SteadyTime{std::chrono::hours{1}}};
  core::Presence presence_;
};

TEST_F(PresenceWithoutMemory, LosesNoDeviceHalfWay) {
  connect_twice();
  {
    const NoMemory none;
    presence_.drop("app", uid_, 2, now_);
    presence_.drop("app", uid_, 1, now_);
  }
  const auto later = now_.steady + core::Presence::kGrace;
  EXPECT_TRUE(after_a_failure([&] { return presence_.advance(later); })) << "the user went offline";
  EXPECT_FALSE(presence_.is_online("app", uid_));
}

TEST_F(PresenceWithoutMemory, TakesBackAUserWhoReconnects) {
  connect_twice();
  presence_.drop("app", uid_, 1, now_);
  presence_.drop("app", uid_, 2, now_);
  EXPECT_FALSE(after_a_failure([&] { return connect(3); }));
  {
    const NoMemory none;
    presence_.drop("app", uid_, 3, now_);
  }
  EXPECT_TRUE(presence_.advance(now_.steady + core::Presence::kGrace));
}

TEST_F(PresenceWithoutMemory, LosesNobodyWhoLeaves) {
  connect_twice();
  EXPECT_FALSE(presence_.leave("app", uid_, 2, now_));
  EXPECT_TRUE(after_a_failure([&] { return presence_.leave("app", uid_, 1, now_); }));
  EXPECT_FALSE(presence_.is_online("app", uid_));
}

using VisibilityWithoutMemory = PresenceWithoutMemory;

TEST_F(VisibilityWithoutMemory, ChangesNothing) {
  core::Visibility visibility;
  const core::VisibleUser user{"Ann", "red", {"bob"}, {uid_}};
  EXPECT_TRUE(after_a_failure([&] { return visibility.show("app", "ann", user); }));
  const auto relate = [&](const std::string& other, core::RelationEvent what) {
    const core::RelationState state{.hidden = what == core::RelationEvent::blocked};
    return after_a_failure([&] { return visibility.relate("app", "ann", other, state, what); });
  };
  const auto gone = relate(uid_, core::RelationEvent::unfriended);
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_FALSE(gone.front().repeated);
  EXPECT_FALSE(relate(uid_, core::RelationEvent::blocked).front().repeated);
  const auto moved =
      after_a_failure([&] { return visibility.change("app", "ann", "Ann", uid_, true); });
  ASSERT_EQ(moved.size(), 2U);
  EXPECT_FALSE(moved.front().repeated);
  const auto hidden = after_a_failure([&] { return visibility.hide("app", "ann"); });
  ASSERT_TRUE(hidden);
  EXPECT_EQ(hidden->first.role, uid_);
}

/// Memory runs out when the first user is announced.
class ListenerWithoutMemory final : public core::PresenceListener {
 public:
  void announce(std::shared_ptr<const core::Announcement> announcement) override {
    uids.push_back(announcement->user.user.uid);
    if (uids.size() == 1) none.emplace();
  }
  void notify(std::shared_ptr<const core::UserNotice>) override {}

  std::vector<std::string> uids;
  std::optional<NoMemory> none;
};

class PresenceServiceWithoutMemory : public test_support::DomainTest {
 protected:
  PresenceServiceWithoutMemory() { domain.presence.connect(kApp, uid_, Time{}, 1); }

  void announce() { EXPECT_TRUE(runner.run(domain.presence.announce_pending())); }

  const std::string uid_ = std::string(100, 'x');  // Of nobody, so nobody is notified.
};

TEST_F(PresenceServiceWithoutMemory, AnnouncesLaterWhatItCannotShowNow) {
  ListenerWithoutMemory listener;
  domain.presence.set_listener(listener);
  for (const auto* uid : {"ann", "bob"}) {
    create_user(uid);
    const auto created_at = runner.run(domain.users.find(kApp, uid)).value().created_at;
    domain.presence.connect(kApp, uid, created_at, 2);
  }
  const auto try_to_announce = [&]() -> Task<bool> {
    try {
      co_return (co_await domain.presence.announce_pending()).has_value();
    } catch (const std::bad_alloc&) {
      listener.none.reset();  // On the thread that announced.
    }
    co_return false;
  };
  EXPECT_FALSE(runner.run(try_to_announce()));
  EXPECT_EQ(listener.uids, (std::vector<std::string>{"ann"}));
  announce();
  EXPECT_EQ(listener.uids, (std::vector<std::string>{"ann", "bob"}));
}

TEST_F(PresenceServiceWithoutMemory, LosesADevice) {
  {
    const NoMemory none;
    domain.presence.drop(kApp, uid_, 1);
  }
  advance(core::Presence::kGrace);
  announce();
  EXPECT_EQ(domain.presence.online(), 0U);
}

TEST_F(PresenceServiceWithoutMemory, TakesADeviceThatLeavesForLost) {
  {
    const NoMemory none;
    domain.presence.leave(kApp, uid_, 1);
  }
  EXPECT_EQ(domain.presence.online(), 1U);
  advance(core::Presence::kGrace);
  announce();
  EXPECT_EQ(domain.presence.online(), 0U);
}

// After a lost event, the user is read again.
TEST_F(PresenceServiceWithoutMemory, AnnouncesWhatAnEventChangedThatItCouldNotTake) {
  test_support::Announcements listener;
  domain.presence.set_listener(listener);
  create_user("ann");
  const auto created_at = runner.run(domain.users.find(kApp, "ann")).value().created_at;
  domain.presence.connect(kApp, "ann", created_at, 2);
  announce();
  ASSERT_EQ(listener.announced.size(), 1U);
  const Status changed = runner.run(store->write([&](core::Transaction& transaction) -> Status {
    auto user = transaction.users().find(kApp, "ann").value();
    user.role = "red";
    EXPECT_TRUE(transaction.users().update(kApp, user));
    return {};
  }));
  ASSERT_TRUE(changed);
  announce();
  ASSERT_EQ(listener.announced.size(), 1U) << "there was no event yet";
  const core::Event event{.kind = core::EventKind::user_changed,
                          .app_id = kApp,
                          .uid = "ann",
                          .role_changed = true,
                          .id = bus.now().event + 1};
  const auto before = bus.now();
  {
    const NoMemory none;
    bus.deliver(event);
  }
  EXPECT_TRUE(bus.in_sync());
  EXPECT_FALSE(bus.is_of_this_era(before));
  announce();
  ASSERT_GT(listener.announced.size(), 1U);
  EXPECT_EQ(listener.announced.back()->user.user.role, "red");
}

class FeedWithoutMemory : public test_support::DomainTest {
 protected:
  /// Returns false if there is not enough memory.
  bool record(core::FeedEvent event) {
    try {
      domain.feed.record(std::move(event));
    } catch (const std::bad_alloc&) {
      return false;
    }
    return true;
  }
};

TEST_F(FeedWithoutMemory, KeepsTheOrderAndShowsAGapForWhatItLost) {
  constexpr std::uint64_t kTries = 8;  // More than there is memory for.
  const core::FeedEvent event{.kind = core::FeedKind::connected, .app_id = kApp};
  std::vector<std::uint64_t> recorded{1};
  EXPECT_TRUE(record(event));
  for (std::uint64_t id = 2; id <= kTries; ++id) {
    auto copy = event;
    bool is_recorded = false;
    {
      const NoMemory none;
      is_recorded = record(std::move(copy));
    }
    if (is_recorded) recorded.push_back(id);
  }
  EXPECT_LT(recorded.size(), kTries);
  EXPECT_TRUE(record(event));
  recorded.push_back(kTries + 1);
  std::vector<std::uint64_t> kept;
  for (const auto& one : domain.feed.since(kApp, 0)) kept.push_back(one.id);
  EXPECT_EQ(kept, recorded);
}

}  // namespace
}  // namespace parley
