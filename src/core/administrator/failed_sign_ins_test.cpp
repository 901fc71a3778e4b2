#include "core/administrator/failed_sign_ins.hpp"

#include <gmock/gmock.h>

#include <string>

#include <fmt/format.h>

#include "support/manual_clock.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kAnn = "ann@example.com";

class FailedSignInsTest : public testing::Test {
 protected:
  /// How long the client must wait; 0 = the attempt was allowed and failed.
  std::int64_t fail(std::string_view account, std::string_view address) {
    return failed_.begin({account, address}).count();
  }

  /// The same from an address that the account has signed in from.
  std::int64_t fail_at_home(std::string_view account, std::string_view address) {
    return failed_.begin({account, address, true}).count();
  }

  static std::string nth_address(int n) { return fmt::format("198.51.{}.{}", n / 256, n % 256); }

  /// Strangers fail at the account until it is guarded.
  void guess_from_many_addresses(std::string_view account) {
    for (int n = 0; n < 20; ++n) EXPECT_EQ(fail(account, nth_address(n)), 0);
  }

  test_support::ManualSteadyClock clock_;
  FailedSignIns failed_{clock_, 1000};
};

TEST_F(FailedSignInsTest, ThreeFailuresAreFreeThenTheWaitDoubles) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  for (const auto wait : {1s, 2s, 4s, 8s, 16s}) {
    EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
    EXPECT_EQ(fail(kAnn, "192.0.2.1"), wait.count());
    clock_.advance(wait - 1ms);
    EXPECT_EQ(fail(kAnn, "192.0.2.1"), 1);
    clock_.advance(1ms);
  }
}

TEST_F(FailedSignInsTest, TheWaitEndsAtFifteenMinutes) {
  std::int64_t longest = 0;
  for (int i = 0; i < 20; ++i) {
    if (const auto wait = fail(kAnn, "192.0.2.1"); wait > 0) {
      longest = std::max(longest, wait);
      clock_.advance(std::chrono::seconds(wait));
    }
  }
  for (int i = 0; i < 4; ++i) {
    (void)fail(kAnn, "192.0.2.1");
    const auto wait = fail(kAnn, "192.0.2.1");
    longest = std::max(longest, wait);
    clock_.advance(std::chrono::seconds(wait));
  }
  EXPECT_EQ(longest, 900);
}

TEST_F(FailedSignInsTest, SuccessMakesFailuresOfThisAddressForgotten) {
  for (int i = 0; i < 4; ++i) (void)fail(kAnn, "192.0.2.1");
  clock_.advance(1s);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  failed_.succeeded({kAnn, "192.0.2.1"});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
}

TEST_F(FailedSignInsTest, AnHourOfQuietMakesThemForgotten) {
  for (int i = 0; i < 4; ++i) (void)fail(kAnn, "192.0.2.1");
  clock_.advance(1h + 1s - 1ms);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 2);
  clock_.advance(1h + 2s);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
}

TEST_F(FailedSignInsTest, AnAddressThatTriesManyAccountsWaitsForAMinuteThenTwo) {
  for (int i = 0; i < 21; ++i) EXPECT_EQ(fail(std::to_string(i), "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 60);
  EXPECT_EQ(fail(kAnn, "192.0.2.2"), 0);
  clock_.advance(60s);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 120);
}

TEST_F(FailedSignInsTest, ANetworkOfIpv6IsOneAddress) {
  for (int i = 0; i < 4; ++i) (void)fail(kAnn, fmt::format("2001:db8::{}", i + 1));
  EXPECT_EQ(fail(kAnn, "2001:db8::ffff"), 1);
  EXPECT_EQ(fail(kAnn, "2001:db8:0:1::1"), 0);
}

TEST_F(FailedSignInsTest, AnAccountThatManyGuessAtGivesEachAddressOneTry) {
  guess_from_many_addresses(kAnn);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 900);
  EXPECT_EQ(fail(kAnn, nth_address(3)), 900);
  EXPECT_EQ(fail("bob@example.com", "192.0.2.1"), 0);
  clock_.advance(15min);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 900);
}

TEST_F(FailedSignInsTest, StrangersDoNotLockOutWhoSignedInBefore) {
  guess_from_many_addresses(kAnn);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(fail_at_home(kAnn, "192.0.2.1"), 0);
  EXPECT_EQ(fail_at_home(kAnn, "192.0.2.1"), 1);
  EXPECT_EQ(fail(kAnn, "192.0.2.99"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.99"), 900);
}

TEST_F(FailedSignInsTest, StrangersAtTheSameAddressDoNotLockOutWhoSignedInBefore) {
  for (int i = 0; i < 21; ++i) EXPECT_EQ(fail(std::to_string(i), "192.0.2.1"), 0);
  EXPECT_EQ(fail(kAnn, "192.0.2.1"), 60);
  EXPECT_EQ(fail_at_home(kAnn, "192.0.2.1"), 0);
}

TEST_F(FailedSignInsTest, AnAddressThatOneAccountKnowsIsAStrangerToOthers) {
  for (int i = 0; i < 100; ++i) (void)fail_at_home(kAnn, "192.0.2.1");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(fail("bob@example.com", "192.0.2.1"), 0);
  EXPECT_EQ(fail("bob@example.com", "192.0.2.1"), 1);
}

TEST_F(FailedSignInsTest, WhoeverSignedInBeforeWaitsForAMinuteAtMost) {
  std::int64_t longest = 0;
  for (int i = 0; i < 100; ++i) {
    const auto wait = fail_at_home(kAnn, "192.0.2.1");
    longest = std::max(longest, wait);
    clock_.advance(std::chrono::seconds(wait));
  }
  EXPECT_EQ(longest, 60);
}

TEST_F(FailedSignInsTest, ATryThatWasNotJudgedIsNoFailure) {
  for (const bool is_known : {false, true}) {
    for (int i = 0; i < 100; ++i) {
      const SignInTry attempt{kAnn, "192.0.2.1", is_known};
      EXPECT_EQ(failed_.begin(attempt).count(), 0);
      failed_.withdraw(attempt);
    }
  }
}

TEST_F(FailedSignInsTest, MemoryIsBounded) {
  FailedSignIns small(clock_, 10);
  for (int n = 0; n < 1000; ++n) {
    const auto account = std::to_string(n);
    const auto address = nth_address(n);
    const SignInTry attempt{account, address, n % 3 == 0};
    if (small.begin(attempt).count() == 0 && n % 2 == 0) small.succeeded(attempt);
  }
  EXPECT_LE(small.size(), 40U);
}

}  // namespace
}  // namespace parley::core
