// A random walk over a hub whose members end themselves and each other inside every callback. Run
// under AddressSanitizer it shows that no member is touched after it has left.
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>

#include "realtime/hub.hpp"
#include "support/cached_session.hpp"
#include "support/pseudo_random.hpp"

namespace parley::realtime {
namespace {

using core::Announcement;
using core::EndReason;
using core::Subscription;

class HubDeathWalk : public testing::Test {
 protected:
  using Id = int;

  /// A member owned by the walk. Each callback is counted; then anything may happen.
  class Mortal final : public HubMember {
   public:
    Mortal(HubDeathWalk& walk, Id id) : walk_(walk), id_(id) {}
    ~Mortal() override { walk_.hub_.leave(*this); }
    Mortal(const Mortal&) = delete;
    Mortal& operator=(const Mortal&) = delete;

    void queue_presence(const Frame& /*frame*/) override { walk_.called(id_); }
    void queue(const Frame& /*frame*/) override { walk_.called(id_); }
    void flush() override { walk_.called(id_); }
    /// Leaves the hub in the end, as sockets do. A second call has no effect.
    void end(EndReason /*reason*/) override {
      if (std::exchange(is_ending_, true)) return;
      auto& walk = walk_;
      const auto id = id_;
      walk.called(id);  // May destroy this.
      walk.kill(id);
    }
    void abandon() noexcept override {
      auto& walk = walk_;
      walk.kill(id_);  // Destroys this.
      if (walk.pick(10) == 0) walk.kill_any();
    }

   private:
    HubDeathWalk& walk_;
    const Id id_;
    bool is_ending_ = false;
  };

  unsigned pick(unsigned count) { return random_() % count; }
  std::string any_app() { return pick(4) == 0 ? "other" : "app"; }
  std::string any_user() { return "user-" + std::to_string(pick(4)); }
  std::string any_role() { return pick(2) == 0 ? "red" : "blue"; }

  void add() {
    const auto id = ++last_id_;
    auto mortal = std::make_unique<Mortal>(*this, id);
    mortal->live = test_support::make_session(any_app(), any_user(),
                                              "ses_" + std::to_string(pick(20)), 1 + pick(2));
    mortal->subscriber.subscription = static_cast<Subscription>(pick(4));
    if (mortal->subscriber.subscription == Subscription::roles)
      mortal->subscriber.roles = {any_role()};
    hub_.watch(*mortal);
    if (pick(8) > 0) hub_.join(*mortal);  // The others are still logging in.
    alive_.emplace(id, std::move(mortal));
  }

  void kill(Id id) noexcept { alive_.erase(id); }

  void kill_any() {
    if (alive_.empty()) return;
    auto victim = alive_.begin();
    std::advance(victim, pick(static_cast<unsigned>(alive_.size())));
    kill(victim->first);
  }

  /// Decides what happens in a callback of the member, which may be destroyed when this returns.
  void called(Id id) {
    EXPECT_TRUE(alive_.contains(id));
    EXPECT_TRUE(told_.insert(id).second || doomed_.contains(id)) << "called twice";
    ++calls_;
    switch (pick(fates_)) {
      case 0: return kill(id);
      case 1: return kill_any();
      case 2: kill_any(); return kill(id);
      case 3: return add();
      case 4: throw std::runtime_error("a callback failed");
      case 5: alive_.clear(); return;
      case 6: return end_app_in_callback();
      default: return;
    }
  }

  template <class F>
  std::set<Id> those(F wanted) const {
    std::set<Id> ids;
    for (const auto& [id, mortal] : alive_) {
      if (wanted(*mortal)) ids.insert(id);
    }
    return ids;
  }

  std::set<Id> those_of_app(core::AppEpoch epoch) const {
    return those([&](const HubMember& member) { return member.live->app_epoch() == epoch; });
  }

  /// Its members end now or in one of the next runs.
  void end_app_in_callback() {
    const core::AppEpoch epoch = 1 + pick(2);
    doomed_.merge(those_of_app(epoch));
    hub_.end_app(epoch);
  }

  /// Runs `action`, which must call only members in `expected`, and all of them that survive it.
  /// Apps that end in a callback may end other members, too.
  template <class F>
  void check(const std::set<Id>& expected, F action) {
    told_.clear();
    action();
    for (const auto id : told_) EXPECT_TRUE(expected.contains(id) || doomed_.contains(id));
    for (const auto id : expected) EXPECT_TRUE(!alive_.contains(id) || told_.contains(id));
  }

  void announce() {
    Announcement announcement;
    announcement.sequence = 1;
    announcement.app_id = any_app();
    announcement.user.user.uid = any_user();
    announcement.recipients = {.all_users = pick(2) == 0,
                               .role = pick(2) == 0 ? any_role() : "",
                               .friends = {any_user()},
                               .any_role = pick(3) == 0,
                               .only = pick(4) == 0 ? any_user() : ""};
    const auto told = those([&](const HubMember& member) {
      return member.has_joined && member.session().app_id == announcement.app_id &&
             is_told(member.subscriber, member.session().uid, announcement);
    });
    check(told, [&] { hub_.deliver(announcement, frame_); });
  }

  void notify() {
    const core::UserNotice notice{.sequence = 1, .app_id = any_app(), .uid = any_user()};
    const auto told = those([&](const HubMember& member) {
      return member.has_joined && member.session().app_id == notice.app_id &&
             member.session().uid == notice.uid;
    });
    check(told, [&] { hub_.deliver(notice, frame_); });
  }

  void end_session() {
    const auto id = "ses_" + std::to_string(pick(20));
    check(those([&](const HubMember& member) { return member.session().id == id; }),
          [&] { hub_.end_session(id, EndReason::revoked); });
  }

  void end_app() {
    flush();  // Otherwise the members wait for those of an app that is still ending.
    const core::AppEpoch epoch = 1 + pick(2);
    check(those_of_app(epoch), [&] { hub_.end_app(epoch); });
  }

  void disconnect_all() {
    hub_.disconnect_all();
    EXPECT_TRUE(alive_.empty());
  }

  /// An app with more sockets than are ended in one step.
  void end_large_app() {
    flush();
    while (alive_.size() < 300) add();
    fates_ = 600;  // Most survive until it is their turn.
    check(those_of_app(1), [&] {
      hub_.end_app(1);
      run();
    });
    fates_ = 30;
    alive_.clear();
  }

  void run() {
    context_.restart();
    context_.run();
  }

  void flush() {
    check(those([](const HubMember& member) { return member.is_queued; }), [&] { run(); });
    for (const auto id : doomed_) EXPECT_FALSE(alive_.contains(id)) << "has not ended";
    doomed_.clear();
  }

  void step() {
    if (pick(100) == 0) end_large_app();
    if (pick(100) == 0) disconnect_all();
    while (alive_.size() < 5 || (alive_.size() < 60 && pick(2) == 0)) add();
    switch (pick(20)) {
      case 0: return end_app();
      case 1:
      case 2: return end_session();
      case 3:
      case 4: return kill_any();
      case 5:
      case 6:
      case 7: return flush();
      case 8:
      case 9:
      case 10: return notify();
      default: return announce();
    }
  }

  asio::io_context context_;
  Hub hub_{context_};
  const Frame frame_ = make_frame("news");
  std::map<Id, std::unique_ptr<Mortal>> alive_;
  std::set<Id> told_;
  std::set<Id> doomed_;  ///< The members of apps that ended in a callback.
  int calls_ = 0;

 private:
  unsigned fates_ = 30;
  Id last_id_ = 0;
  test_support::PseudoRandom random_{7};
};

TEST_F(HubDeathWalk, NobodyIsCalledAfterItHasLeft) {
  testing::internal::CaptureStdout();  // Each exception is logged.
  for (int i = 0; i < 20'000 && !HasFailure(); ++i) step();
  testing::internal::GetCapturedStdout();
  EXPECT_GT(calls_, 20'000);
  alive_.clear();
  flush();
}

}  // namespace
}  // namespace parley::realtime
