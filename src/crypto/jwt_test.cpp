#include "crypto/jwt.hpp"

#include <gtest/gtest.h>

namespace parley::crypto {
namespace {

constexpr Time kNow{std::chrono::seconds{1'771'312'489}};
constexpr Time kEnd{std::chrono::seconds{1'771'398'889}};

class Jwt : public testing::Test {
 protected:
  [[nodiscard]] std::string sign() const {
    return signer_.sign({.issuer = "https://chat.example.com",
                         .subject = "alice",
                         .app = "my-app",
                         .session = "ses_1",
                         .issued_at = kNow,
                         .expires_at = kEnd});
  }

  SecretString key_ = make_signing_key();
  JwtSigner signer_{key_};
};

TEST_F(Jwt, IsVerifiedByTheKeyThatSignedIt) {
  const auto verified = signer_.verify(sign());
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified->subject, "alice");
  EXPECT_EQ(verified->app, "my-app");
  EXPECT_EQ(verified->session, "ses_1");
  EXPECT_TRUE(JwtSigner(key_).verify(sign()));
}

TEST_F(Jwt, OfAnotherKeyIsRefused) {
  const JwtSigner other(make_signing_key());
  EXPECT_FALSE(other.verify(sign()));
}

TEST_F(Jwt, WithAnyCharacterChangedIsRefused) {
  const auto token = sign();
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(signer_.verify(changed)) << i;
    EXPECT_FALSE(signer_.verify(std::string_view(token).substr(0, i))) << i;
  }
}

TEST_F(Jwt, ThatIsNoneIsRefused) {
  const auto token = sign();
  const auto payload_and_signature = token.substr(token.find('.'));
  // {"alg":"none"} in base64url.
  EXPECT_FALSE(signer_.verify("eyJhbGciOiJub25lIn0" + payload_and_signature));
  EXPECT_FALSE(
      signer_.verify("eyJhbGciOiJub25lIn0" +
                     token.substr(token.find('.'), token.rfind('.') - token.find('.') + 1)));
  for (const auto* text : {"", ".", "..", "a.b.c", "alice_1771312489abc"}) {
    EXPECT_FALSE(signer_.verify(text)) << text;
  }
  EXPECT_FALSE(signer_.verify(token + "="));
  EXPECT_FALSE(signer_.verify(token + ".x"));
}

TEST_F(Jwt, HasOneSpelling) {
  const auto token = sign();
  const auto signature = token.rfind('.') + 1;
  for (const auto* spaces : {" ", "    ", "\t\t\t\t", "\r\n\r\n"}) {
    EXPECT_FALSE(signer_.verify(std::string(token).insert(signature, spaces)));
    EXPECT_FALSE(signer_.verify(token + spaces));
  }
}

}  // namespace
}  // namespace parley::crypto
