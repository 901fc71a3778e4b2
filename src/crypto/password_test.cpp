#include "crypto/password.hpp"

#include <gmock/gmock.h>

namespace parley::crypto {
namespace {

TEST(Password, MatchesItsOwnHashOnly) {
  const auto hash = hash_password(SecretString("correct horse"));
  EXPECT_TRUE(verify_password(SecretString("correct horse"), hash));
  EXPECT_FALSE(verify_password(SecretString("correct horsf"), hash));
  EXPECT_FALSE(verify_password(SecretString(""), hash));
}

TEST(Password, HashesAreArgon2idWithTheCostThatWeChoseAndASaltOfTheirOwn) {
  const auto one = hash_password(SecretString("correct horse"));
  const auto two = hash_password(SecretString("correct horse"));
  EXPECT_THAT(one, testing::StartsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_NE(one, two);
  EXPECT_FALSE(password_needs_rehash(one));
}

// Made by the reference tool: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
TEST(Password, KnowsTheHashesOfOthers) {
  const std::string reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
      "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  EXPECT_TRUE(verify_password(SecretString("password"), reference));
  EXPECT_FALSE(verify_password(SecretString("Password"), reference));
}

TEST(Password, ACheaperHashIsToBeReplaced) {
  EXPECT_TRUE(
      password_needs_rehash("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                            "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
}

TEST(Password, WhatIsNoHashMatchesNothing) {
  for (const auto* text : {"", "x", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv"}) {
    EXPECT_FALSE(verify_password(SecretString(""), text)) << text;
    EXPECT_FALSE(verify_password(SecretString("correct horse"), text)) << text;
  }
}

}  // namespace
}  // namespace parley::crypto
