#include "crypto/password.hpp"

#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>

namespace parley::crypto {
namespace {

// OWASP recommends at least 19 MiB and 2 passes. Administrators sign in rarely, so we can afford
// more.
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = std::size_t{64} * 1024 * 1024;

void initialize() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium could not be initialized");
}

}  // namespace

std::string hash_password(const SecretString& password) {
  initialize();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const auto& secret = password.expose();
  if (crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), kPasses, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return text.data();
}

bool verify_password(const SecretString& password, const std::string& hash) {
  initialize();
  const auto& secret = password.expose();
  return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

bool password_needs_rehash(const std::string& hash) {
  initialize();
  return crypto_pwhash_str_needs_rehash(hash.c_str(), kPasses, kMemoryBytes) != 0;
}

}  // namespace parley::crypto
