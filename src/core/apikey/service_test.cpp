#include "core/apikey/service.hpp"

#include <gtest/gtest.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

class ApiKeyServiceTest : public test_support::DomainTest {};

TEST_F(ApiKeyServiceTest, a_use_that_could_not_be_written_is_written_later) {
  const auto created =
      runner.run(domain.api_keys.create(actor, kApp, "Back end", Scope::full_access)).value();
  clock.advance(std::chrono::minutes{5});
  const auto used_at = clock.now();
  ASSERT_TRUE(runner.run(domain.api_keys.authenticate(created.secret.expose())));
  repeating.before_write = [] { return Status(make_error(ErrorCode::kErrServiceUnavailable)); };
  EXPECT_FALSE(runner.run(domain.api_keys.flush_activity()));
  repeating.before_write = [] { return Status{}; };
  ASSERT_TRUE(runner.run(domain.api_keys.flush_activity()));
  EXPECT_EQ(runner.run(domain.api_keys.find(kApp, created.key.id)).value().last_used_at, used_at);
}

}  // namespace
}  // namespace parley::core
