#include "base/byte_budget.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace parley {
namespace {

TEST(ByteBudget, GivesAnOwnerAQuarter) {
  ByteBudget budget(400);
  const auto first = budget.take("a", 60);
  ASSERT_TRUE(first);
  const auto second = budget.take("a", 41);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kErrTooManyRequests);
  EXPECT_EQ(second.error()->retry_after, 1);
  EXPECT_TRUE(budget.take("a", 40));
  EXPECT_TRUE(budget.take("b", 100));
}

TEST(ByteBudget, RefusesWhatNoOwnerMayHold) {
  ByteBudget budget(400);
  EXPECT_FALSE(budget.take("a", 101));
  EXPECT_FALSE(budget.take("a", ~std::size_t{0}));
  EXPECT_EQ(budget.held(), 0U);
}

TEST(ByteBudget, IsLimitedForAllOwnersTogether) {
  ByteBudget budget(400);
  std::vector<ByteBudget::LeasePtr> leases;
  for (const auto* owner : {"a", "b", "c", "d"}) leases.push_back(budget.take(owner, 99).value());
  const auto fifth = budget.take("e", 5);
  ASSERT_FALSE(fifth);
  EXPECT_EQ(fifth.error().code, ErrorCode::kErrServiceUnavailable);
  EXPECT_EQ(fifth.error()->retry_after, 1);
  EXPECT_TRUE(budget.take("e", 4));
}

TEST(ByteBudget, TakesBytesBackWhenALeaseEnds) {
  ByteBudget budget(400);
  for (int i = 0; i < 3; ++i) {
    const auto lease = budget.take("a", 100);
    ASSERT_TRUE(lease);
    EXPECT_EQ(budget.held(), 100U);
  }
  EXPECT_EQ(budget.held(), 0U);
}

TEST(ByteBudget, CorrectsAnEstimate) {
  ByteBudget budget(400);
  auto lease = budget.take("a", 100).value();
  EXPECT_TRUE(lease->resize(10));
  EXPECT_EQ(budget.held(), 10U);
  auto other = budget.take("a", 50).value();
  EXPECT_TRUE(other->resize(90));
  EXPECT_EQ(budget.held(), 100U);
  EXPECT_FALSE(budget.take("a", 1));
  other.reset();
  lease.reset();
  EXPECT_EQ(budget.held(), 0U);
  EXPECT_TRUE(budget.take("a", 100));
}

TEST(ByteBudget, RefusesAnEstimateThatWasTooLowByMoreThanIsFree) {
  ByteBudget budget(400);
  auto lease = budget.take("a", 10).value();
  const auto own = lease->resize(101);
  EXPECT_EQ(own.error().code, ErrorCode::kErrTooManyRequests);
  EXPECT_EQ(budget.held(), 10U);
  std::vector<ByteBudget::LeasePtr> others;
  for (const auto* owner : {"b", "c", "d"}) others.push_back(budget.take(owner, 100).value());
  EXPECT_TRUE(lease->resize(100)) << "exactly full";
  others.push_back(budget.take("e", 0).value());
  EXPECT_EQ(others.back()->resize(1).error().code, ErrorCode::kErrServiceUnavailable);
}

TEST(ByteBudget, IsSafeFromAnyThread) {
  ByteBudget budget(400);
  std::vector<std::jthread> threads;
  for (const auto* owner : {"a", "a", "b"}) {
    threads.emplace_back([&budget, owner] {
      for (int i = 0; i < 1000; ++i) {
        if (auto lease = budget.take(owner, 60)) {
          EXPECT_TRUE((*lease)->resize(20));
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(budget.held(), 0U);
}

}  // namespace
}  // namespace parley
