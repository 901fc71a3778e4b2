#include "base/open_counts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace parley {
namespace {

TEST(OpenCounts, give_each_key_so_many_places) {
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

TEST(OpenCounts, keep_nothing_of_what_has_closed) {
  OpenCounts<int> counts;
  for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(counts.enter(i, 1));
  EXPECT_EQ(counts.size(), 0U);
}

TEST(OpenCounts, count_a_place_that_moves_once) {
  OpenCounts<int> counts;
  {
    auto slot = counts.enter(1, 1);
    auto moved = std::move(slot);
    EXPECT_FALSE(counts.enter(1, 1));
  }
  EXPECT_EQ(counts.size(), 0U);
}

TEST(OpenCounts, lose_no_count_between_threads) {
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
