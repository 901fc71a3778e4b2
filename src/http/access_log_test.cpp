#include "http/access_log.hpp"

#include <gtest/gtest.h>

#include "crypto/token_format.hpp"

namespace parley::http {
namespace {

TEST(MaskCredentials, HidesTokensAndKeysAndNothingElse) {
  for (const auto& [path, masked] : std::initializer_list<std::pair<const char*, const char*>>{
           {"/", "/"},
           {"/v3/users", "/v3/users"},
           {"/v3/users/jo/auth_tokens", "/v3/users/jo/auth_tokens"},
           {"/v3/users/jo/auth_tokens/", "/v3/users/jo/auth_tokens/"},
           {"/v3/users/jo/auth_tokens/jo_123", "/v3/users/jo/auth_tokens/***"},
           {"/v3/users/jo/auth_tokens/jo_123/more", "/v3/users/jo/auth_tokens/***/more"},
           {"/v3/users/jo/auth%5Ftokens/jo_123", "/v3/users/jo/auth%5Ftokens/***"},
           {"/v3/users/jo/auth_tokens/ses_abc", "/v3/users/jo/auth_tokens/ses_abc"},
           {"/v3/apikeys/abc", "/v3/apikeys/***"},
           {"/v3/%61pikeys/abc", "/v3/%61pikeys/***"},
           {"/v3/apikeys/key_abc", "/v3/apikeys/key_abc"},
           {"/v3//users", "/v3//users"},
           {"/%", "/%"},
           {"/%zz/%4", "/%zz/%4"}}) {
    EXPECT_EQ(mask_credentials(path), masked);
  }
}

TEST(MaskCredentials, KnowsASecretByItsShapeWhereverItStands) {
  crypto::SystemRandom random;
  const auto token = crypto::make_auth_token("jo", from_unix_seconds(1'800'000'000), random);
  const auto key = crypto::make_api_key(random);
  EXPECT_EQ(mask_credentials("/v3/users/" + token.expose()), "/v3/users/***");
  EXPECT_EQ(mask_credentials("/" + key.expose() + "/x"), "/***/x");
}

TEST(MaskCredentials, HidesASegmentThatContainsASecret) {
  crypto::SystemRandom random;
  const auto token =
      crypto::make_auth_token("jo", from_unix_seconds(1'800'000'000), random).expose();
  std::string encoded;
  for (const char c : token) encoded += fmt::format("%{:02x}", static_cast<unsigned char>(c));
  for (const auto& segment : {"x" + token, "a;" + token, token + "," + token, token + "x",
                              "x" + encoded, "jo%5F" + token.substr(3)}) {
    EXPECT_EQ(mask_credentials("/v3/users/" + segment), "/v3/users/***") << segment;
  }
}

}  // namespace
}  // namespace parley::http
