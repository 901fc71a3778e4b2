// Changes that take several transactions, when the disk fails at any point of one of them: each
// step is made completely or not at all, and another call makes those that are left.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/faulty_disk_test.hpp"
#include "support/wrapped_store.hpp"

namespace parley::core {
namespace {

/// Calls `before` before each read and write, and `after` with its outcome.
class ObservedStore final : public test_support::WrappedStore {
 public:
  using WrappedStore::WrappedStore;

  std::function<void()> before;
  std::function<void(const Status&)> after;

 protected:
  Task<Status> run_write(UnitOfWork& work) override {
    return observe(WrappedStore::run_write(work));
  }
  Task<Status> run_read(UnitOfWork& work, ReadKind kind) override {
    return observe(WrappedStore::run_read(work, kind));
  }

 private:
  Task<Status> observe(Task<Status> run) {
    if (before) before();
    const auto done = co_await std::move(run);
    if (after) after(done);
    co_return done;
  }
};

struct SteppedChange {
  std::function<void()> prepare;  ///< Creates what the change is about.
  std::function<Status()> make;
  std::function<Status()> finish;  ///< Makes the steps that a failure has left, if any.
  std::function<void()> check;     ///< Called after make(), whether or not it succeeded.
  std::function<bool()> is_done;
};

class FaultyStepsTest : public FaultyDiskFixture {
 protected:
  /// Makes the change with a fault of each operation of each step. Returns the number of steps.
  int make_with_every_fault(const SteppedChange& change) {
    int step = 1;
    while (make_with_faults_in(step, change)) ++step;
    EXPECT_GT(faults_, 4 * step);
    return step - 1;
  }

  /// Returns false if the change has fewer steps, or the test has failed.
  bool make_with_faults_in(int step, const SteppedChange& change) {
    bool has_failed = true;
    // Long steps write many similar pages, so some operations are left out.
    for (int n = 1; has_failed; n += 1 + n / 16) {
      SCOPED_TRACE(fmt::format("step {}, operation {}", step, n));
      change.prepare();
      const auto made = make_with_fault(step, n, change);
      if (steps_ < step || HasFailure()) return false;
      has_failed = disk.has_failed();
      faults_ += has_failed ? 1 : 0;
      EXPECT_TRUE(is_intact());
      EXPECT_EQ(made.has_value(), change.is_done());
      if (!made) {
        EXPECT_TRUE(has_failed);
        EXPECT_EQ(made.error().code, ErrorCode::kErrServiceUnavailable);
      }
      change.check();
      EXPECT_TRUE(change.finish());
      EXPECT_TRUE(change.is_done());
    }
    return true;
  }

  Status make_with_fault(int step, int n, const SteppedChange& change) {
    steps_ = 0;
    std::string content_before;
    observed_.before = [&] {
      if (++steps_ != step) return;
      content_before = content();
      disk.fail_operation(n);
    };
    observed_.after = [&](const Status& done) {
      if (steps_ != step) return;
      disk.heal();
      EXPECT_TRUE(done || content() == content_before) << "made in part";
    };
    auto made = change.make();
    observed_.before = nullptr;
    observed_.after = nullptr;
    return made;
  }

  template <class F>
  void change_store(F work) {
    EXPECT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
      work(transaction);
      return {};
    })));
  }

  template <class F>
  auto read_store(F work) {
    using T = std::invoke_result_t<F, Transaction&>;
    const auto read = [&](Transaction& transaction) -> Result<T> { return work(transaction); };
    return runner.run(store->read(read)).value();
  }

  static std::vector<User> make_users(int count) {
    std::vector<User> users;
    for (int i = 0; i < count; ++i) {
      User user;
      user.uid = fmt::format("user-{:03}", i);
      user.name = "Name of " + user.uid;
      user.role = kDefaultRole;
      users.push_back(std::move(user));
    }
    return users;
  }

  void insert(const std::string& app_id, const std::vector<User>& users) {
    change_store([&](Transaction& transaction) {
      static_cast<void>(transaction.users().insert(app_id, users));
    });
  }

  /// Calls finish_removals() of the service until nothing is left.
  template <class Service>
  Status finish_removals(Service& service) {
    for (;;) {
      const auto more = runner.run(service.finish_removals());
      if (!more) return more.error();
      if (!*more) return {};
    }
  }

  ObservedStore observed_{*store};
  Domain stepped_{Environment{observed_, bus, clock, steady_clock, random}, passwords, 1000};

 private:
  int steps_ = 0;  ///< Reads and writes of the change so far.
  int faults_ = 0;
};

TEST_F(FaultyStepsTest, EndingAllAuthTokensOfAnApp) {
  insert(kApp, make_users(500));  // So many that zed's session ends in a later step.
  create_user("zed");
  std::vector<std::string> tokens;
  const auto flushes = [&] {
    return number("SELECT count(*) FROM audit_events WHERE action = 'app.auth_tokens_flushed'");
  };
  const auto sessions = [&] { return number("SELECT count(*) FROM sessions"); };
  std::int64_t flushes_before = 0;
  const auto end_all = [&] {
    return status_of(stepped_.sessions.end_all_of_app(key, kApp, kEndOfTime));
  };
  const auto steps = make_with_every_fault(
      {.prepare =
           [&] {
             tokens.clear();
             for (const auto* uid : {"ann", "bob", "bob", "zed"}) tokens.push_back(log_in(uid));
             for (const auto& token : tokens)
               EXPECT_TRUE(runner.run(stepped_.sessions.inspect(token)));
             flushes_before = flushes();
           },
       .make = end_all,
       .finish = end_all,
       .check =
           [&] {
             const auto is_live = [&](const std::string& token) {
               return stepped_.sessions.authenticate_in_memory(token, "203.0.113.9") != nullptr;
             };
             EXPECT_EQ(std::ranges::count_if(tokens, is_live), sessions())
                 << "memory and store differ";
             const bool is_recorded = flushes() > flushes_before;
             EXPECT_TRUE(is_recorded || sessions() == std::ssize(tokens));
           },
       .is_done = [&] { return sessions() == 0; }});
  EXPECT_EQ(steps, 5) << "the entry in the log, then two lists with the sessions to end";
}

TEST_F(FaultyStepsTest, RemovingARoleThatManyUsersHave) {
  auto users = make_users(101);
  insert(kApp, users);
  for (auto& user : users) user.role = "vip";
  Role role;
  role.id = role.name = "vip";
  std::uint64_t moved = 0;
  bus.subscribe([&](const Event& event) { moved += event.role_changed ? 1 : 0; });
  const auto left = [&] {
    return read_store(
        [](Transaction& transaction) { return transaction.users().count_of_role(kApp, "vip"); });
  };
  const auto steps = make_with_every_fault(
      {.prepare =
           [&] {
             EXPECT_TRUE(status_of(audited.roles.create(key, kApp, role)));
             change_store([&](Transaction& transaction) {
               for (const auto& user : users) transaction.users().update(kApp, user);
             });
             moved = 0;
           },
       .make = [&] { return runner.run(stepped_.roles.remove(key, kApp, "vip")); },
       .finish =
           [&] {
             auto removed = runner.run(stepped_.roles.remove(key, kApp, "vip"));
             if (!removed && removed.error().code != ErrorCode::kErrRoleNotFound) return removed;
             return finish_removals(stepped_.roles);
           },
       .check = [&] { EXPECT_EQ(moved, users.size() - left()) << "events for other users"; },
       .is_done =
           [&] {
             return read_store([](Transaction& transaction) {
               auto& roles = transaction.roles();
               return !roles.has(kApp, "vip") && !roles.is_being_removed(kApp, "vip") &&
                      transaction.users().count_of_role(kApp, "vip") == 0;
             });
           }});
  EXPECT_EQ(steps, 2);
}

TEST_F(FaultyStepsTest, RemovingAnAppWithManyUsers) {
  constexpr const char* kOld = "old-app";
  const auto users = make_users(150);
  App draft;
  draft.id = kOld;
  draft.name = "Old app";
  int removals = 0;
  bus.subscribe([&](const Event& event) {
    if (event.kind == EventKind::app_changed && event.app_change == AppChangeKind::removed)
      ++removals;
  });
  const auto exists = [&] {
    return read_store(
        [&](Transaction& transaction) { return transaction.apps().epoch_of(kOld).has_value(); });
  };
  const auto remove = [&]() -> Status {
    const auto removed = runner.run(stepped_.apps.remove(key, kOld));
    return removed ? finish_removals(stepped_.apps) : removed;
  };
  const auto steps = make_with_every_fault(
      {.prepare =
           [&] {
             EXPECT_TRUE(status_of(audited.apps.create(key, draft)));
             insert(kOld, users);
             removals = 0;
           },
       .make = remove,
       .finish = [&] { return exists() ? remove() : finish_removals(stepped_.apps); },
       .check = [&] { EXPECT_EQ(removals, exists() ? 0 : 1); },
       .is_done =
           [&] {
             return !exists() && read_store([&](Transaction& transaction) {
               return !transaction.apps().is_being_removed(kOld);
             });
           }});
  EXPECT_GT(steps, 1);
}

}  // namespace
}  // namespace parley::core
