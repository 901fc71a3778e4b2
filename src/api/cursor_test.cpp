#include "api/cursor.hpp"

#include <gtest/gtest.h>

namespace parley::api {
namespace {

TEST(CursorTest, comes_back_as_it_went) {
  const auto position = from_cursor(to_cursor({.name = "Émile & Co", .uid = "u-3_x"}));
  ASSERT_TRUE(position);
  EXPECT_EQ(position->name, "Émile & Co");
  EXPECT_EQ(position->uid, "u-3_x");
}

TEST(CursorTest, anything_else_is_refused) {
  for (const auto* text : {"", "x", "zz", "61", "0a", "610", "-161", "41200a61", "610aff"})
    EXPECT_FALSE(from_cursor(text)) << text;
}

}  // namespace
}  // namespace parley::api
