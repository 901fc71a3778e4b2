// JSON Web Tokens signed with Ed25519 (RFC 7519, RFC 8037), and the key set to verify them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/secret.hpp"

struct evp_pkey_st;

namespace parley::crypto {

/// The claims of a new token. Times have a precision of one second.
struct JwtClaims {
  std::string_view issuer;   ///< The public address of this server.
  std::string_view subject;  ///< The user's uid.
  std::string_view app;      ///< The app's id, which is the audience as well.
  std::string_view session;  ///< The session's public id.
  Time issued_at;
  Time expires_at;
};

/// The claims of a verified token.
struct VerifiedJwt {
  std::string subject;
  std::string app;
  std::string session;
};

/// A new Ed25519 key in PEM. Throws std::runtime_error when OpenSSL fails.
[[nodiscard]] SecretString make_signing_key();

/// Holds the server's signing key. Signing and verifying are safe from any thread.
class JwtSigner {
 public:
  /// Throws std::runtime_error when `pem` is not an Ed25519 private key.
  explicit JwtSigner(const SecretString& pem);
  JwtSigner(JwtSigner&&) noexcept = default;
  ~JwtSigner();

  /// The compact form `header.payload.signature`.
  [[nodiscard]] std::string sign(const JwtClaims& claims) const;

  /// Returns the claims of a token that was signed with this key; nullopt for any other text. Does
  /// not check `exp` and `iss`: the session decides whether the token is still valid. `exp` is for
  /// services that cannot look up the session, and the server's address (`iss`) may have changed
  /// since.
  [[nodiscard]] std::optional<VerifiedJwt> verify(std::string_view token) const;

  /// The public key as a JSON Web Key Set (RFC 7517), served at /.well-known/jwks.json.
  [[nodiscard]] const std::string& key_set() const { return key_set_; }

 private:
  struct FreeKey {
    void operator()(evp_pkey_st* key) const;
  };
  using Key = std::unique_ptr<evp_pkey_st, FreeKey>;

  static Key read_key(const SecretString& pem);

  Key key_;                   ///< For verifying.
  SecretString signing_key_;  ///< The same key for libsodium, which signs.
  std::string header_;        ///< Encoded.
  std::string key_set_;
};

}  // namespace parley::crypto
