#include "api/cursor.hpp"

#include <gtest/gtest.h>

#include "core/user/user.hpp"

namespace parley::api {
namespace {

TEST(CursorTest, ComesBackAsItWent) {
  for (const bool online : {true, false}) {
    const auto position =
        from_cursor(to_cursor({.name = "Émile & Co", .uid = "u-3_x", .online = online}));
    ASSERT_TRUE(position);
    EXPECT_EQ(position->name, "Émile & Co");
    EXPECT_EQ(position->uid, "u-3_x");
    EXPECT_EQ(position->online, online);
  }
}

TEST(CursorTest, AnythingElseIsRefused) {
  for (const auto* text : {"", "x", "zz", "61", "0a", "610", "-161", "310a61", "310a0a61",
                           "320a610a61", "610a61", "310a41200a61", "310a610aff"})
    EXPECT_FALSE(from_cursor(text)) << text;
  const std::string longest(core::kMaxNameLength, 'x');
  EXPECT_TRUE(from_cursor(to_cursor({.name = longest, .uid = "ann", .online = true})));
  EXPECT_FALSE(from_cursor(to_cursor({.name = longest + "x", .uid = "ann", .online = true})));
}

}  // namespace
}  // namespace parley::api
