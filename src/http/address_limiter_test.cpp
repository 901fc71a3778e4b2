#include "http/address_limiter.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/manual_clock.hpp"

namespace parley::http {
namespace {

using namespace std::chrono_literals;

class AddressLimiterTest : public ::testing::Test {
 protected:
  /// How long the address must wait after `times` more requests; zero: not at all.
  std::chrono::seconds ask(int times, const char* address = "192.0.2.1") {
    std::chrono::seconds wait{0};
    for (int i = 0; i < times; ++i) wait = limiter_.count(address).value_or(0s);
    return wait;
  }

  test_support::ManualSteadyClock clock_;
  AddressLimiter limiter_{clock_, 100, 17, 1'024};
};

TEST_F(AddressLimiterTest, AdmitsSoManyRequestsPerMinute) {
  EXPECT_EQ(ask(100), 0s);
  EXPECT_EQ(ask(1), 60s);
  clock_.advance(59'001ms);
  EXPECT_EQ(ask(1), 1s);
  clock_.advance(999ms);
  EXPECT_EQ(ask(100), 0s);
}

TEST_F(AddressLimiterTest, KnowsAddressesApart) {
  EXPECT_EQ(ask(101), 60s);
  EXPECT_EQ(ask(100, "192.0.2.2"), 0s);
  EXPECT_EQ(ask(1, "::ffff:192.0.2.2"), 60s);
  EXPECT_EQ(ask(100, "2001:db8::1"), 0s);
  EXPECT_EQ(ask(1, "2001:db8::ffff:1"), 60s);
  EXPECT_EQ(ask(1, "2001:db8:0:1::1"), 0s);
}

TEST_F(AddressLimiterTest, DoesNotLimitProgramsOnThisMachine) {
  EXPECT_EQ(ask(1'000, "127.0.0.1"), 0s);
  EXPECT_EQ(ask(1'000, "::1"), 0s);
  EXPECT_EQ(limiter_.size(), 0U);
}

TEST_F(AddressLimiterTest, RemembersAMillionAddressesInBoundedMemory) {
  for (std::uint32_t i = 0; i < 1'000'000; ++i) {
    (void)limiter_.count(fmt::format("10.{}.{}.{}", i >> 16U, (i >> 8U) & 255U, i & 255U));
  }
  EXPECT_LE(limiter_.size(), 1'024U);
}

TEST_F(AddressLimiterTest, CountsNothingWhenOff) {
  AddressLimiter off(clock_, 0, 17);
  for (int i = 0; i < 1'000; ++i) EXPECT_FALSE(off.count("192.0.2.1"));
  EXPECT_EQ(off.size(), 0U);
}

}  // namespace
}  // namespace parley::http
