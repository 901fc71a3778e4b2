#include "http/failed_credentials.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/manual_clock.hpp"

namespace parley::http {
namespace {

using namespace std::chrono_literals;
using boost::asio::ip::make_address;

class FailedCredentialsTest : public ::testing::Test {
 protected:
  /// How long the address waits after `times` more failures.
  std::chrono::seconds fail(int times, const char* address = "192.0.2.1") {
    std::chrono::seconds wait{0};
    for (int i = 0; i < times; ++i) wait = failures_.record(make_address(address));
    return wait;
  }

  test_support::ManualSteadyClock clock_;
  FailedCredentials failures_{clock_, 20};
};

TEST_F(FailedCredentialsTest, AllowsTwentyAMinute) {
  EXPECT_EQ(fail(20), 0s);
  EXPECT_EQ(fail(1), 60s);
  EXPECT_EQ(fail(20, "192.0.2.2"), 0s) << "another address";
}

TEST_F(FailedCredentialsTest, ForgetsAMinuteLater) {
  EXPECT_EQ(fail(20), 0s);
  clock_.advance(59'999ms);
  EXPECT_EQ(fail(1), 60s);
  clock_.advance(60s);
  EXPECT_EQ(fail(20), 0s);
}

TEST_F(FailedCredentialsTest, CountsTheWaitDown) {
  fail(21);
  clock_.advance(59'001ms);
  EXPECT_EQ(fail(5), 1s);
  clock_.advance(999ms);
  EXPECT_EQ(fail(1), 0s);
}

TEST_F(FailedCredentialsTest, DoublesTheWaitUpToFifteenMinutes) {
  for (const auto expected : {60s, 120s, 240s, 480s, 900s, 900s}) {
    EXPECT_EQ(fail(20), 0s);
    EXPECT_EQ(fail(1), expected);
    clock_.advance(expected);
  }
}

TEST_F(FailedCredentialsTest, StartsAnewAfterAQuietQuarterOfAnHour) {
  fail(21);
  clock_.advance(60s);
  EXPECT_EQ(fail(21), 120s);
  clock_.advance(120s + 900s);
  EXPECT_EQ(fail(21), 60s);
}

TEST_F(FailedCredentialsTest, CountsAnIpv6NetworkAsOne) {
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(fail(1, fmt::format("2001:db8::{}", i).c_str()), 0s);
  }
  EXPECT_EQ(fail(1, "2001:db8::ffff:1"), 60s);
  EXPECT_EQ(fail(1, "2001:db8:0:1::1"), 0s) << "another /64";
}

TEST_F(FailedCredentialsTest, KnowsAnIpv4AddressInIpv6Clothes) {
  EXPECT_EQ(fail(20), 0s);
  EXPECT_EQ(fail(1, "::ffff:192.0.2.1"), 60s);
}

TEST_F(FailedCredentialsTest, RemembersAMillionAddressesInBoundedMemory) {
  fail(21);
  for (std::uint32_t i = 0; i < 1'000'000; ++i) {
    EXPECT_EQ(failures_.record(boost::asio::ip::address_v4(0x0A000000 + i)), 0s);
    // An address that keeps failing never has the oldest failure.
    if (i % 1'000 == 0) {
      EXPECT_EQ(fail(1), 60s);
    }
  }
  EXPECT_LE(failures_.size(), 16'384U);
  EXPECT_GT(failures_.size(), 16'000U);
}

TEST_F(FailedCredentialsTest, CountsNothingWhenOff) {
  FailedCredentials off(clock_, 0);
  for (int i = 0; i < 1'000; ++i) EXPECT_EQ(off.record(make_address("192.0.2.1")), 0s);
  EXPECT_EQ(off.size(), 0U);
}

}  // namespace
}  // namespace parley::http
