// JSON Web Tokens: only tokens of the signer are accepted, unchanged to the last character, and
// they contain the claims that were signed.
#include "crypto/jwt.hpp"

#include "core/user/user.hpp"
#include "support/fuzz.hpp"

namespace parley::crypto {
namespace {

using fuzz::check;

/// A fixed key that only this test uses, so that the tokens in the corpus stay valid.
constexpr std::string_view kKey = R"(-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIC/sgvZE/L2OSpCngmMPaly/MVTRSiu8ChBYEJ2boUV8
-----END PRIVATE KEY-----
)";

const JwtSigner& signer() {
  static const JwtSigner kSigner{SecretString(std::string(kKey))};
  return kSigner;
}

JwtClaims claims_of(std::string_view subject) {
  return {.issuer = "https://chat.example.com",
          .subject = subject,
          .app = "shop",
          .session = "ses_0123456789abcdef",
          .issued_at = from_unix_seconds(1'771'312'489),
          .expires_at = from_unix_seconds(1'771'312'789)};
}

const std::string& genuine() {
  static const std::string kToken = signer().sign(claims_of("ann"));
  return kToken;
}

/// Each pair of bytes in `changes` replaces one character: its position, and the new value.
std::string changed(std::string token, std::string_view changes) {
  for (std::size_t i = 0; i + 1 < changes.size(); i += 2) {
    // Tokens are longer than 256 characters, so positions from 128 on count from the end.
    const auto place = static_cast<unsigned char>(changes[i]);
    token[place < 128 ? place : token.size() - 1 - (place - 128)] = changes[i + 1];
  }
  return token;
}

void check_round_trip(std::string_view subject) {
  if (!core::is_uid(subject)) return;
  const auto verified = signer().verify(signer().sign(claims_of(subject)));
  check(verified && verified->subject == subject && verified->app == "shop" &&
            verified->session == "ses_0123456789abcdef",
        "a token has the claims that were signed");
}

}  // namespace
}  // namespace parley::crypto

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::crypto::genuine;
  const auto text = parley::fuzz::as_text(data, size);
  const auto forged = parley::crypto::changed(genuine(), text);
  const auto spliced = genuine().substr(0, genuine().rfind('.') + 1) + std::string(text);
  for (const auto& token : {std::string(text), forged, spliced}) {
    parley::fuzz::check(parley::crypto::signer().verify(token).has_value() == (token == genuine()),
                        "only tokens of the signer are accepted");
  }
  parley::crypto::check_round_trip(text);
  return 0;
}
