#include "daemon/server/housekeeping.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "support/domain_test.hpp"

namespace parley::daemon {
namespace {

class HousekeepingTest : public test_support::DomainTest {};

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

  int writes = 0;
  repeating.before_write = [&]() -> Status {
    if (++writes == 1) throw std::runtime_error("a bug");
    return {};
  };
  const auto flushed = runner.run(flush_activity(domain));
  ASSERT_FALSE(flushed);
  EXPECT_EQ(flushed.error()->internal, "a bug");
  EXPECT_EQ(writes, 3);
  const auto stored = runner.run(domain.sessions.find(kApp, "ann", token));
  EXPECT_EQ(stored.value().last_used_at, used_at);
  EXPECT_TRUE(runner.run(flush_activity(domain)));
}

}  // namespace
}  // namespace parley::daemon
