#include "base/open_counts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace parley {
namespace {

TEST(OpenCounts, GiveEachKeySoManyPlaces) {
  OpenCounts<std::string> counts;
  auto first = counts.enter("ann", 2);
  const auto second = counts.enter("ann", 2);
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(counts.enter("ann", 2));
  EXPECT_TRUE(counts.enter("bob", 2));
  EXPECT_FALSE(counts.enter("bob", 0));
  first = {};
  EXPECT_TRUE(counts.enter("ann", 2)) << "a slot came free";
}

TEST(OpenCounts, KeepNothingOfWhatHasClosed) {
  OpenCounts<int> counts;
  for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(counts.enter(i, 1));
  EXPECT_EQ(counts.size(), 0U);
}

TEST(OpenCounts, CountAPlaceThatMovesOnce) {
  OpenCounts<int> counts;
  {
    auto slot = counts.enter(1, 1);
    auto moved = std::move(slot);
    EXPECT_FALSE(counts.enter(1, 1));
  }
  EXPECT_EQ(counts.size(), 0U);
}

TEST(OpenCounts, LoseNoCountBetweenThreads) {
  OpenCounts<int> counts;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&] {
        for (int i = 0; i < 10'000; ++i) (void)counts.enter(i % 3, 4);
      });
    }
  }
  EXPECT_EQ(counts.size(), 0U);
}

}  // namespace
}  // namespace parley
