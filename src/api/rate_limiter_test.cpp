#include "api/rate_limiter.hpp"

#include <gtest/gtest.h>

#include "support/manual_clock.hpp"

namespace parley::api {
namespace {

core::App app(std::uint32_t core, std::uint32_t other, std::string id = "a") {
  core::App app;
  app.id = std::move(id);
  app.rate_limits = {core, other};
  return app;
}

TEST(RateLimiterTest, counts_nothing_without_a_limit) {
  test_support::ManualClock clock;
  RateLimiter limiter(clock);
  EXPECT_FALSE(limiter.count(app(0, 5), RateClass::core, {}));
}

TEST(RateLimiterTest, starts_anew_each_minute) {
  test_support::ManualClock clock;
  RateLimiter limiter(clock);
  for (std::uint32_t i = 1; i <= 3; ++i) {
    const auto status = limiter.count(app(3, 0), RateClass::core, {});
    EXPECT_FALSE(status->exceeded);
    EXPECT_EQ(status->remaining, 3 - i);
  }
  const auto over = limiter.count(app(3, 0), RateClass::core, {});
  EXPECT_TRUE(over->exceeded);
  EXPECT_GT(over->resets_at, clock.now());
  clock.advance(over->resets_at - clock.now());
  EXPECT_FALSE(limiter.count(app(3, 0), RateClass::core, {})->exceeded);
}

TEST(RateLimiterTest, apps_and_classes_do_not_share) {
  test_support::ManualClock clock;
  RateLimiter limiter(clock);
  EXPECT_FALSE(limiter.count(app(1, 1), RateClass::core, {})->exceeded);
  EXPECT_FALSE(limiter.count(app(1, 1), RateClass::other, {})->exceeded);
  EXPECT_FALSE(limiter.count(app(1, 1, "b"), RateClass::core, {})->exceeded);
  EXPECT_TRUE(limiter.count(app(1, 1), RateClass::core, {})->exceeded);
}

TEST(RateLimiterTest, the_configuration_limits_apps_without_a_limit) {
  test_support::ManualClock clock;
  RateLimiter limiter(clock);
  EXPECT_EQ(limiter.count(app(0, 0), RateClass::other, {0, 7})->limit, 7U);
  EXPECT_EQ(limiter.count(app(0, 9), RateClass::other, {0, 7})->limit, 9U);
}

}  // namespace
}  // namespace parley::api
