#include "api/rate_limiter.hpp"

#include <gtest/gtest.h>

#include "support/manual_clock.hpp"

namespace parley::api {
namespace {

using namespace std::chrono_literals;

core::App app(std::uint32_t core, std::uint32_t other, std::string id = "a") {
  core::App app;
  app.id = std::move(id);
  app.rate_limits = {core, other};
  return app;
}

TEST(RateLimiterTest, CountsNothingWithoutALimit) {
  test_support::ManualSteadyClock clock;
  RateLimiter limiter(clock);
  EXPECT_FALSE(limiter.count(app(0, 5), RateClass::core, {}));
}

TEST(RateLimiterTest, BeginsAgainAMinuteAfterTheFirstCall) {
  test_support::ManualSteadyClock clock;
  RateLimiter limiter(clock);
  for (std::uint32_t i = 1; i <= 3; ++i) {
    const auto status = limiter.count(app(3, 0), RateClass::core, {});
    EXPECT_FALSE(status->exceeded);
    EXPECT_EQ(status->remaining, 3 - i);
    clock.advance(10s);
  }
  const auto over = limiter.count(app(3, 0), RateClass::core, {});
  EXPECT_TRUE(over->exceeded);
  EXPECT_EQ(over->resets_in, 30s);
  clock.advance(over->resets_in);
  EXPECT_FALSE(limiter.count(app(3, 0), RateClass::core, {})->exceeded);
}

TEST(RateLimiterTest, AppsAndClassesDoNotShare) {
  test_support::ManualSteadyClock clock;
  RateLimiter limiter(clock);
  EXPECT_FALSE(limiter.count(app(1, 1), RateClass::core, {})->exceeded);
  EXPECT_FALSE(limiter.count(app(1, 1), RateClass::other, {})->exceeded);
  EXPECT_FALSE(limiter.count(app(1, 1, "b"), RateClass::core, {})->exceeded);
  EXPECT_TRUE(limiter.count(app(1, 1), RateClass::core, {})->exceeded);
}

TEST(RateLimiterTest, TheConfigurationLimitsAppsWithoutALimit) {
  test_support::ManualSteadyClock clock;
  RateLimiter limiter(clock);
  EXPECT_EQ(limiter.count(app(0, 0), RateClass::other, {0, 7})->limit, 7U);
  EXPECT_EQ(limiter.count(app(0, 9), RateClass::other, {0, 7})->limit, 9U);
}

TEST(RateLimiterTest, ALimitThatWasLoweredLeavesNothing) {
  test_support::ManualSteadyClock clock;
  RateLimiter limiter(clock);
  for (int i = 0; i < 5; ++i) (void)limiter.count(app(9, 0), RateClass::core, {});
  const auto status = limiter.count(app(3, 0), RateClass::core, {});
  EXPECT_TRUE(status->exceeded);
  EXPECT_EQ(status->remaining, 0U);
}

TEST(ShareOfOneUserTest, IsATenthButEnoughToWorkWith) {
  EXPECT_EQ(share_of_one_user(0), 0U) << "no limit";
  EXPECT_EQ(share_of_one_user(10'000), 1'000U);
  EXPECT_EQ(share_of_one_user(100), kLeastShare);
  EXPECT_EQ(share_of_one_user(5), kLeastShare);
}

class CallerLimiterTest : public testing::Test {
 protected:
  std::optional<RateStatus> call(std::string_view id, RateClass rate_class = RateClass::other) {
    return limiter_.count(1, id, rate_class, 5, 3);
  }

  test_support::ManualSteadyClock clock_;
  CallerLimiter limiter_{clock_, 17, 1'000};
};

TEST_F(CallerLimiterTest, LimitsEachClassAndAllTogether) {
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(call("ann"));
  EXPECT_EQ(call("ann")->limit, 3U);
  for (int i = 0; i < 2; ++i) EXPECT_FALSE(call("ann", RateClass::core));
  const auto over = call("ann", RateClass::core);
  ASSERT_TRUE(over);
  EXPECT_EQ(over->limit, 5U);
  EXPECT_TRUE(over->exceeded);
  EXPECT_EQ(over->resets_in, 60s);
  clock_.advance(60s);
  EXPECT_FALSE(call("ann"));
}

TEST_F(CallerLimiterTest, NobodyPaysForAnother) {
  for (int i = 0; i < 10; ++i) (void)call("ann");
  EXPECT_FALSE(call("bob"));
  EXPECT_FALSE(limiter_.count(2, "ann", RateClass::other, 5, 3));
}

TEST_F(CallerLimiterTest, CountsNothingWithoutALimit) {
  for (int i = 0; i < 10; ++i) {
    EXPECT_FALSE(limiter_.count(1, "ann", RateClass::other, 0, 0));
  }
  EXPECT_EQ(limiter_.size(), 0U);
}

TEST_F(CallerLimiterTest, RemembersAMillionCallersInBoundedMemory) {
  for (int i = 0; i < 10; ++i) (void)call("ann");
  for (int i = 0; i < 1'000'000; ++i) (void)call(std::to_string(i));
  EXPECT_LE(limiter_.size(), 1'000U);
  EXPECT_TRUE(call("ann")) << "others with fewer calls do not reset the count";
}

}  // namespace
}  // namespace parley::api
