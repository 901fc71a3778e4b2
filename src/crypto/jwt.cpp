#include "crypto/jwt.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "crypto/digest.hpp"

namespace parley::crypto {
namespace {

namespace json = boost::json;

std::string base64url(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  while (!text.empty() && text.back() == '=') text.pop_back();
  for (auto& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text;
}

// nullopt unless `text` is exactly what base64url() would produce.
std::optional<std::string> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string padded(text);
  for (auto& c : padded) c = c == '-' ? '+' : c == '_' ? '/' : c;
  const auto padding = (4 - padded.size() % 4) % 4;
  padded.append(padding, '=');
  std::string bytes(padded.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                     reinterpret_cast<const unsigned char*>(padded.data()),
                                     static_cast<int>(padded.size()));
  if (length < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length) - padding);
  // EVP_DecodeBlock ignores white space around the text and unused bits of the last character.
  if (base64url(bytes) != text) return std::nullopt;
  return bytes;
}

bool read_text(const json::object& object, json::string_view name, std::string& text) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return false;
  text.assign(value->get_string().data(), value->get_string().size());
  return true;
}

std::optional<VerifiedJwt> read_claims(const std::string& payload) {
  json::error_code problem;
  const auto value = json::parse(payload, problem);
  const auto* claims = problem ? nullptr : value.if_object();
  if (claims == nullptr) return std::nullopt;
  VerifiedJwt verified;
  if (!read_text(*claims, "sub", verified.subject) || !read_text(*claims, "app", verified.app) ||
      !read_text(*claims, "sid", verified.session))
    return std::nullopt;
  // Clients may still hold tokens of an earlier version, which have no audience.
  std::string audience;
  if (read_text(*claims, "aud", audience) && audience != verified.app) return std::nullopt;
  return verified;
}

std::string public_key_of(EVP_PKEY* key) {
  std::string raw(32, '\0');
  std::size_t length = raw.size();
  if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &length) != 1)
    throw std::runtime_error("the signing key is not an Ed25519 key");
  return base64url(raw);
}

/// OpenSSL reads the key and verifies; libsodium signs, because it is faster
/// (bench/EXPERIMENTS.md).
SecretString signing_key_of(EVP_PKEY* key) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not be initialized");
  std::string seed(crypto_sign_ed25519_SEEDBYTES, '\0');
  std::size_t length = seed.size();
  if (EVP_PKEY_get_raw_private_key(key, reinterpret_cast<unsigned char*>(seed.data()), &length) !=
      1)
    throw std::runtime_error("the signing key is not an Ed25519 key");
  const SecretString owner(std::move(seed));
  std::array<unsigned char, crypto_sign_ed25519_PUBLICKEYBYTES> public_key{};
  std::string pair(crypto_sign_ed25519_SECRETKEYBYTES, '\0');
  crypto_sign_ed25519_seed_keypair(public_key.data(), reinterpret_cast<unsigned char*>(pair.data()),
                                   reinterpret_cast<const unsigned char*>(owner.expose().data()));
  return SecretString(std::move(pair));
}

// The thumbprint of RFC 7638: the hash of the required members in alphabetical order.
std::string thumbprint(const std::string& x) {
  const auto digest = sha256(fmt::format(R"({{"crv":"Ed25519","kty":"OKP","x":"{}"}})", x));
  return base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

}  // namespace

void JwtSigner::FreeKey::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

JwtSigner::~JwtSigner() = default;

SecretString make_signing_key() {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
      EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free);
  const Memory memory(BIO_new(BIO_s_secmem()), &BIO_free);
  if (!key || !memory ||
      PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    throw std::runtime_error("OpenSSL could not make an Ed25519 key");
  char* pem = nullptr;
  const auto size = BIO_get_mem_data(memory.get(), &pem);
  return SecretString(std::string(pem, static_cast<std::size_t>(size)));
}

JwtSigner::Key JwtSigner::read_key(const SecretString& pem) {
  const auto& text = pem.expose();
  const Memory memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
  // Without this callback, OpenSSL would ask for a passphrase on the terminal.
  const auto no_passphrase = [](char*, int, int, void*) { return -1; };
  Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  if (!key) throw std::runtime_error("the signing key is not a private key in PEM");
  return key;
}

JwtSigner::JwtSigner(const SecretString& pem) : key_(read_key(pem)) {
  const auto x = public_key_of(key_.get());
  signing_key_ = signing_key_of(key_.get());
  const auto id = thumbprint(x);
  header_ = base64url(fmt::format(R"({{"alg":"EdDSA","typ":"JWT","kid":"{}"}})", id));
  key_set_ = fmt::format(
      R"({{"keys":[{{"kty":"OKP","crv":"Ed25519","x":"{}","kid":"{}","use":"sig","alg":"EdDSA"}}]}})",
      x, id);
}

std::string JwtSigner::sign(const JwtClaims& claims) const {
  const json::object payload{{"iss", claims.issuer},
                             {"aud", claims.app},
                             {"sub", claims.subject},
                             {"app", claims.app},
                             {"sid", claims.session},
                             {"iat", to_unix_seconds(claims.issued_at)},
                             {"exp", to_unix_seconds(claims.expires_at)}};
  auto token = header_ + "." + base64url(json::serialize(payload));
  std::array<unsigned char, crypto_sign_ed25519_BYTES> signature{};
  crypto_sign_ed25519_detached(
      signature.data(), nullptr, reinterpret_cast<const unsigned char*>(token.data()), token.size(),
      reinterpret_cast<const unsigned char*>(signing_key_.expose().data()));
  return token + "." +
         base64url({reinterpret_cast<const char*>(signature.data()), signature.size()});
}

std::optional<VerifiedJwt> JwtSigner::verify(std::string_view token) const {
  // Our tokens all have exactly this header, so a token cannot select another algorithm or key.
  const auto dot = token.rfind('.');
  if (dot == std::string_view::npos || !token.starts_with(header_ + ".")) return std::nullopt;
  const auto signed_part = token.substr(0, dot);
  const auto signature = from_base64url(token.substr(dot + 1));
  if (!signature || signed_part.size() <= header_.size()) return std::nullopt;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
      EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature->data()),
                       signature->size(),
                       reinterpret_cast<const unsigned char*>(signed_part.data()),
                       signed_part.size()) != 1) {
    ERR_clear_error();
    return std::nullopt;
  }
  const auto payload = from_base64url(signed_part.substr(header_.size() + 1));
  if (!payload) return std::nullopt;
  return read_claims(*payload);
}

}  // namespace parley::crypto
