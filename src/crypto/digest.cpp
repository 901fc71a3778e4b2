#include "crypto/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>
#include <stdexcept>

namespace parley::crypto {
namespace {

// Fetching the algorithm once, and keeping one context per thread, is several times faster than
// EVP_sha256() with a new context each time.
EVP_MD* sha256_algorithm() {
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

Sha256 sha256(std::string_view data) {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
  Sha256 digest;
  const bool done =
      EVP_DigestInit_ex2(context.get(), sha256_algorithm(), nullptr) == 1 &&
      EVP_DigestUpdate(context.get(), data.data(), data.size()) == 1 &&
      EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) ==
          1;
  if (!done) throw std::runtime_error("OpenSSL could not compute SHA-256");
  return digest;
}

Sha256 hmac_sha256(const SecretString& key, std::string_view message) {
  Sha256 code;
  const auto& secret = key.expose();
  if (HMAC(sha256_algorithm(), secret.data(), static_cast<int>(secret.size()),
           reinterpret_cast<const unsigned char*>(message.data()), message.size(),
           reinterpret_cast<unsigned char*>(code.data()), nullptr) == nullptr)
    throw std::runtime_error("OpenSSL could not compute HMAC-SHA-256");
  return code;
}

std::string sha1_base64(std::string_view data) {
  std::array<unsigned char, 20> digest;
  if (EVP_Digest(data.data(), data.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1)
    throw std::runtime_error("OpenSSL could not compute SHA-1");
  std::array<unsigned char, 29> text;  // With the zero that EVP_EncodeBlock appends.
  EVP_EncodeBlock(text.data(), digest.data(), digest.size());
  return {reinterpret_cast<const char*>(text.data()), text.size() - 1};
}

bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string to_hex(std::span<const std::byte> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    const auto number = std::to_integer<unsigned>(byte);
    text.push_back(kDigits[number >> 4]);
    text.push_back(kDigits[number & 15]);
  }
  return text;
}

}  // namespace parley::crypto
