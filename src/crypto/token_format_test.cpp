#include "crypto/token_format.hpp"

#include <array>
#include <string>
#include <unordered_set>

#include <gtest/gtest.h>

namespace parley::crypto {
namespace {

constexpr Time kIssuedAt = from_unix_seconds(1'771'312'489);
constexpr std::size_t kRandomStart = 10;  // After the seconds.
constexpr std::size_t kRandomLength = 24;

std::string new_token(std::string_view uid = "superhero1") {
  SystemRandom random;
  return make_auth_token(uid, kIssuedAt, random).expose();
}

// Security ledger, row 1: a million tokens without a duplicate, their characters evenly spread.
TEST(TokenFormatTest, TokensAreRandom) {
  constexpr int kTokens = 1'000'000;
  SystemRandom random;
  std::unordered_set<std::string> seen;
  seen.reserve(kTokens);
  std::array<double, 256> counts{};
  for (int i = 0; i < kTokens; ++i) {
    const auto token = make_auth_token("u", kIssuedAt, random).expose().substr(2 + kRandomStart);
    for (std::size_t k = 0; k < kRandomLength; ++k) ++counts[static_cast<unsigned char>(token[k])];
    EXPECT_TRUE(seen.insert(token).second);
  }
  const double expected = static_cast<double>(kTokens) * kRandomLength / kBase62.size();
  double chi_square = 0;
  double counted = 0;
  for (const char c : kBase62) {
    const double difference = counts[static_cast<unsigned char>(c)] - expected;
    chi_square += difference * difference / expected;
    counted += counts[static_cast<unsigned char>(c)];
  }
  EXPECT_EQ(counted, static_cast<double>(kTokens) * kRandomLength);
  // 61 degrees of freedom: chance exceeds 130 less than once in a million runs.
  EXPECT_LT(chi_square, 130);
}

TEST(TokenFormatTest, HasTheDocumentedShape) {
  const auto token = new_token();
  EXPECT_EQ(token.size(), std::string("superhero1_").size() + 40);
  EXPECT_TRUE(token.starts_with("superhero1_1771312489"));
  EXPECT_EQ(uid_of_auth_token(token), "superhero1");
}

// Computed with zlib, as programs that look for leaked tokens would.
TEST(TokenFormatTest, TheChecksumIsTheCommonCrc32) {
  EXPECT_EQ(uid_of_auth_token("superhero1_1771312489aBcDeFgHiJkLmNoPqRsTuVwX0JyNg6"), "superhero1");
}

TEST(TokenFormatTest, TheUidMayHoldWhatLooksLikeASeparator) {
  EXPECT_EQ(uid_of_auth_token(new_token("a_b-_")), "a_b-_");
}

// Security ledger, row 2.
TEST(TokenFormatTest, AChangeOfAnyCharacterIsNoticed) {
  const auto token = new_token();
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(uid_of_auth_token(changed)) << i;
    EXPECT_FALSE(uid_of_auth_token(token.substr(0, i))) << i;
  }
  EXPECT_FALSE(uid_of_auth_token(token + "0"));
}

TEST(TokenFormatTest, JunkIsNoToken) {
  for (const auto* junk : {"", "_", "x", "superhero1_1771312489", "superhero1"}) {
    EXPECT_FALSE(uid_of_auth_token(junk)) << junk;
  }
  EXPECT_FALSE(uid_of_auth_token(std::string(100'000, 'a')));
}

TEST(TokenFormatTest, HintsShowTooLittleToUse) {
  const auto token = new_token();
  EXPECT_EQ(auth_token_hint(token), "1771..." + token.substr(token.size() - 3));
  SystemRandom random;
  const auto key = make_api_key(random);
  EXPECT_TRUE(is_api_key_shape(key.expose()));
  EXPECT_EQ(api_key_hint(key.expose()).size(), 10U);
}

// Security ledger, row 1: 128 bits are random.
TEST(TokenFormatTest, KeysEndInAChecksum) {
  SystemRandom random;
  std::unordered_set<std::string> seen;
  for (int i = 0; i < 10'000; ++i) {
    const auto key = make_api_key(random).expose();
    EXPECT_TRUE(is_api_key_shape(key));
    EXPECT_TRUE(has_api_key_checksum(key));
    EXPECT_TRUE(seen.insert(key.substr(0, 32)).second);
  }
  // Computed with zlib, as programs that look for leaked keys would.
  EXPECT_TRUE(has_api_key_checksum("00112233445566778899aabbccddeeff90482470"));
}

TEST(TokenFormatTest, AChangeOfAnyDigitOfAKeyIsNoticed) {
  SystemRandom random;
  const auto key = make_api_key(random).expose();
  for (std::size_t i = 0; i < key.size(); ++i) {
    auto changed = key;
    changed[i] = changed[i] == '7' ? '8' : '7';
    EXPECT_FALSE(has_api_key_checksum(changed)) << i;
  }
}

TEST(TokenFormatTest, PrefixedTokensAreToldFromJunk) {
  SystemRandom random;
  const auto token = make_prefixed_token("parley_link_", random).expose();
  EXPECT_EQ(token.size(), std::string("parley_link_").size() + 38);
  EXPECT_TRUE(is_prefixed_token("parley_link_", token));
  EXPECT_FALSE(is_prefixed_token("parley_admin_", token));
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(is_prefixed_token("parley_link_", changed)) << i;
    EXPECT_FALSE(is_prefixed_token("parley_link_", token.substr(0, i))) << i;
  }
  EXPECT_FALSE(is_prefixed_token("parley_link_", token + "0"));
}

TEST(TokenFormatTest, KeysAre40HexadecimalDigits) {
  const std::string digits(40, 'a');
  EXPECT_TRUE(is_api_key_shape(digits));
  EXPECT_FALSE(is_api_key_shape(digits + "a"));
  EXPECT_FALSE(is_api_key_shape(std::string(40, 'A')));
  EXPECT_FALSE(is_api_key_shape(std::string(40, 'g')));
}

}  // namespace
}  // namespace parley::crypto
