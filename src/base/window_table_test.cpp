#include "base/window_table.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/minute_window.hpp"

namespace parley {
namespace {

using namespace std::chrono_literals;

/// A table with one bucket per shard: small hashes that differ by kStep share a bucket.
class WindowTableTest : public testing::Test {
 protected:
  static constexpr std::uint64_t kStep = 64;

  /// Counts `times` events of `hash`. Returns the count before that.
  std::uint32_t count(std::uint64_t hash, std::uint32_t times) {
    return table_.use(hash, now_, [&](MinuteWindow& window) {
      const auto before = window.is_over(now_) ? 0 : window.counted;
      for (std::uint32_t i = 0; i < times; ++i) EXPECT_TRUE(window.admit(1'000'000, now_));
      return before;
    });
  }

  SteadyTime now_{1s};
  WindowTable<MinuteWindow> table_{512};
};

TEST_F(WindowTableTest, KeepsTheWindowsOfABucketApart) {
  for (std::uint32_t i = 1; i <= 8; ++i) EXPECT_EQ(count(i * kStep, i), 0U);
  for (std::uint32_t i = 1; i <= 8; ++i) EXPECT_EQ(count(i * kStep, 0), i);
  EXPECT_EQ(table_.size(), 8U);
}

TEST_F(WindowTableTest, AFullBucketGivesUpTheLowestCount) {
  for (std::uint32_t i = 1; i <= 8; ++i) count(i * kStep, 10 - i);
  count(9 * kStep, 1);
  EXPECT_EQ(count(8 * kStep, 0), 0U) << "had 2, made room for the ninth, and takes its place now";
  for (std::uint32_t i = 1; i <= 7; ++i) EXPECT_EQ(count(i * kStep, 0), 10 - i);
  EXPECT_EQ(table_.size(), 8U);
}

TEST_F(WindowTableTest, StrangersWithFewEventsDoNotResetAHighCount) {
  count(kStep, 100);
  for (std::uint64_t i = 2; i < 100'000; ++i) count(i * kStep, 1 + i % 50);
  EXPECT_EQ(count(kStep, 0), 100U);
}

TEST_F(WindowTableTest, WhatIsOverMakesRoomFirst) {
  count(kStep, 100);
  now_ += 30s;
  for (std::uint64_t i = 2; i <= 8; ++i) count(i * kStep, 1);
  now_ += 30s;
  count(9 * kStep, 1);
  for (std::uint64_t i = 2; i <= 9; ++i) EXPECT_EQ(count(i * kStep, 0), 1U) << i;
}

TEST_F(WindowTableTest, StaysWithinItsCapacity) {
  for (std::uint64_t i = 0; i < 1'000'000; ++i) count(keyed_hash(i, 17), 1);
  EXPECT_EQ(table_.size(), 512U);
}

TEST_F(WindowTableTest, CountsExactlyFromSeveralThreads) {
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([this] {
        for (std::uint64_t j = 0; j < 10'000; ++j) count(1 + j % 8 * kStep, 1);
      });
    }
  }
  for (std::uint64_t i = 0; i < 8; ++i) EXPECT_EQ(count(1 + i * kStep, 0), 5'000U);
}

}  // namespace
}  // namespace parley
