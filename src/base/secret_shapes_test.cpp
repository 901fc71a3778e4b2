#include "base/secret_shapes.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

const std::string kToken = "jo_1771312489abcdefghijABCDEFGHIJ0123456789";
const std::string kTail = kToken.substr(3);
const std::string kKey = "0123456789abcdef0123456789abcdef01234567";
const std::string kJwt = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJqbyJ9.c2lnbmF0dXJl-_x";
const std::string kCookie = "parley_admin_abcdefghijABCDEFGHIJ012345678901";

TEST(SecretShapes, AreMaskedWhereverTheyStand) {
  const std::pair<std::string, std::string> cases[] = {
      {kToken, "jo_***"},
      {"x" + kToken, "xjo_***"},
      {"a;" + kToken, "a;jo_***"},
      {kToken + "," + kToken, "jo_***,jo_***"},
      {kToken + "x", "jo_***"},
      {kToken.substr(0, kToken.size() - 6), "jo_***"},
      {kKey.substr(0, 32), "***"},
      {"jo%5F" + kTail, "jo%5F***"},
      {kKey, "***"},
      {"key=" + kKey + "&", "key=***&"},
      {"xyz" + kKey + "xyz", "xyz***"},
      {kJwt, "***"},
      {"Bearer " + kJwt + "/x", "Bearer ***/x"},
      {"x." + kJwt, "x.***"},
      {"a " + kCookie + " b", "a *** b"},
      {kJwt + " " + kKey + " " + kToken, "*** *** jo_***"},
  };
  for (const auto& [text, masked] : cases) {
    EXPECT_TRUE(has_secret_shape(text)) << text;
    EXPECT_EQ(mask_secrets(text), masked);
  }
}

TEST(SecretShapes, AreNothingElse) {
  for (const std::string text :
       {"", "jo", "/v3/users/jo/auth_tokens/ses_abcdefghij0123456789", "key_0123456789abcdef",
        "00000000deadbeef", "1771312489", "jo_1771312489", "2026-12-01T07:36:12.123456Z",
        "cannot open /var/lib/parley/parley.db: no space left on device",
        "averylongusernamethatpeoplehavechosenforsomereasonorother", "eyJ.x", "..........",
        "https://chat.example.com/a-long-path-with-many-words-in-it/and-more-of-them/index.html"}) {
    EXPECT_FALSE(has_secret_shape(text)) << text;
    EXPECT_EQ(mask_secrets(text), text);
  }
}

}  // namespace
}  // namespace parley
