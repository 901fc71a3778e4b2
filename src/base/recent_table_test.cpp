#include "base/recent_table.hpp"

#include <gtest/gtest.h>

#include "base/minute_window.hpp"

namespace parley {
namespace {

using namespace std::chrono_literals;

TEST(RecentTable, ForgetsWhatWasUsedLongestAgo) {
  RecentTable<int, int> table(2);
  table.touch(1) = 10;
  table.touch(2) = 20;
  EXPECT_EQ(table.touch(1), 10);
  table.touch(3) = 30;
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.touch(1), 10);
  EXPECT_EQ(table.touch(2), 0) << "it made room for 3, and begins again";
}

TEST(RecentTable, ForgetsOnRequest) {
  RecentTable<int, int> table(2);
  table.touch(1) = 10;
  table.forget(1);
  table.forget(7);
  EXPECT_EQ(table.size(), 0U);
  EXPECT_EQ(table.touch(1), 0);
}

TEST(MinuteWindow, AdmitsSoManyInAMinute) {
  const SteadyTime start{1s};
  MinuteWindow window;
  EXPECT_TRUE(window.admit(2, start));
  EXPECT_TRUE(window.admit(2, start + 30s));
  EXPECT_FALSE(window.admit(2, start + 59'999ms));
  EXPECT_EQ(window.left(start + 59'999ms), 1ms);
  EXPECT_TRUE(window.admit(2, start + 60s));
  EXPECT_EQ(window.left(start + 60s), 60s);
}

}  // namespace
}  // namespace parley
