#include "daemon/server/housekeeping.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "support/domain_test.hpp"

namespace parley::daemon {
namespace {

class HousekeepingTest : public test_support::DomainTest {
 protected:
  /// `begin` leaves what a process leaves that ends in the middle of a removal.
  template <class F>
  void expect_to_report_failures_after(F begin) {
    ASSERT_TRUE(runner.run(store->write([&](core::Transaction& transaction) -> Status {
      begin(transaction);
      return {};
    })));
    repeating.before_write = []() -> Status {
      return make_error(ErrorCode::kErrServiceUnavailable);
    };
    EXPECT_FALSE(runner.run(finish_removals(domain)));
    EXPECT_FALSE(runner.run(finish_all_removals(domain)));
    repeating.before_write = [] { return Status{}; };
    EXPECT_TRUE(runner.run(finish_all_removals(domain)));
  }

  /// Runs `step`, which must report that its first write throws. Returns how many writes it made.
  template <class Step>
  int writes_although_the_first_throws(Step step) {
    int writes = 0;
    repeating.before_write = [&]() -> Status {
      if (++writes == 1) throw std::runtime_error("a bug");
      return {};
    };
    const auto done = runner.run(step(domain));
    EXPECT_EQ(done ? "" : done.error()->internal, "a bug");
    repeating.before_write = [] { return Status{}; };
    return writes;
  }
};

TEST_F(HousekeepingTest, WritesWhatItCanWhenOneStepThrows) {
  create_user("ann");
  const auto key =
      runner.run(domain.api_keys.create(actor, kApp, "Back end", core::Scope::full_access)).value();
  const auto token =
      runner.run(domain.sessions.log_in(actor, app, "ann", {})).value().token.expose();
  clock.advance(std::chrono::minutes{5});
  const auto used_at = clock.now();
  ASSERT_TRUE(runner.run(domain.api_keys.authenticate(key.secret.expose())));
  ASSERT_TRUE(runner.run(domain.sessions.authenticate(token, "127.0.0.1")));
  domain.failures.note({.app_id = kApp, .code = ErrorCode::kErrUidNotFound});

  EXPECT_EQ(writes_although_the_first_throws(flush_activity), 3);
  const auto stored = runner.run(domain.sessions.find(kApp, "ann", token));
  EXPECT_EQ(stored.value().last_used_at, used_at);
  EXPECT_TRUE(runner.run(flush_activity(domain)));
}

TEST_F(HousekeepingTest, PurgesWhatItCanWhenOneStepThrows) {
  domain.failures.note({.app_id = kApp, .code = ErrorCode::kErrUidNotFound});
  ASSERT_TRUE(runner.run(domain.failures.flush()));
  const auto count_failures = [&] {
    return runner
        .run(store->read([](core::Transaction& transaction) -> Result<std::size_t> {
          return transaction.failures().since(kApp, kNever).size();
        }))
        .value();
  };
  ASSERT_EQ(count_failures(), 1U);
  advance(std::chrono::hours{core::kFailureHoursKept + 1});

  EXPECT_EQ(writes_although_the_first_throws(purge), 4)
      << "sessions, then logins, failures and administrators";
  EXPECT_EQ(count_failures(), 0U);
  EXPECT_TRUE(runner.run(purge(domain)));
}

TEST_F(HousekeepingTest, ReportsThatTheRemovalOfAnAppFailed) {
  expect_to_report_failures_after(
      [](core::Transaction& transaction) { EXPECT_TRUE(transaction.apps().remove(kApp)); });
}

TEST_F(HousekeepingTest, ReportsThatTheRemovalOfARoleFailed) {
  core::Role crew;
  crew.id = crew.name = "crew";
  ASSERT_TRUE(runner.run(domain.roles.create(actor, kApp, crew)));
  expect_to_report_failures_after([](core::Transaction& transaction) {
    EXPECT_TRUE(transaction.roles().remove(kApp, "crew"));
  });
}

}  // namespace
}  // namespace parley::daemon
