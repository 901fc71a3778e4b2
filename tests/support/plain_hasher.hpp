// A fast password hasher, so that tests can sign in thousands of times.
#pragma once

#include <atomic>
#include <string>

#include "core/administrator/password_hasher.hpp"
#include "crypto/digest.hpp"

namespace parley::test_support {

/// Counts the verifications, which would be slow in production. The hash of a password is its
/// SHA-256 in hexadecimal.
class PlainHasher final : public core::PasswordHasher {
 public:
  Task<Result<std::string>> hash(SecretString password) override {
    if (is_overloaded) co_return make_error(ErrorCode::kErrServiceUnavailable);
    co_return crypto::to_hex(crypto::sha256(password));
  }

  Task<Result<core::PasswordCheck>> verify(SecretString password, std::string hash,
                                           core::HashedFor whom) override {
    if (is_overloaded) co_return make_error(ErrorCode::kErrServiceUnavailable);
    ++verified;
    if (whom == core::HashedFor::administrator) ++verified_for_administrators;
    const bool matches = crypto::to_hex(crypto::sha256(password)) == hash;
    co_return core::PasswordCheck{matches, matches && needs_rehash};
  }

  std::atomic<int> verified = 0;
  std::atomic<int> verified_for_administrators = 0;  ///< Included in `verified`.
  std::atomic<bool> needs_rehash = false;
  std::atomic<bool> is_overloaded = false;
};

}  // namespace parley::test_support
