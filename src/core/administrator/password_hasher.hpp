// The domain's interface to password hashing, which is slow and must not block I/O threads.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "base/task.hpp"

namespace parley::core {

struct PasswordCheck {
  bool matches = false;
  bool needs_rehash = false;  ///< The hash was made with parameters other than those of hash().
};

/// Who is signing in. Each group has its own threads and its own share of the queue, so that
/// strangers cannot keep administrators waiting.
enum class HashedFor : std::uint8_t {
  stranger,       ///< Anybody who can reach the server.
  administrator,  ///< A client at an address that the administrator has signed in from.
};

/// Call these from coroutines on any I/O thread; they resume on the same thread. Error of both:
/// ERR_SERVICE_UNAVAILABLE, with retry_after, if too many calls of the same group are waiting.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;

  /// Returns a salted hash, different on each call. Uses the threads for administrators: strangers
  /// cannot set passwords.
  virtual Task<Result<std::string>> hash(SecretString password) = 0;

  /// Takes the same time whether it matches or not. An empty `hash` matches nothing and takes as
  /// long as any other, so that an account without a password looks like one with another password.
  virtual Task<Result<PasswordCheck>> verify(SecretString password, std::string hash,
                                             HashedFor whom) = 0;
};

}  // namespace parley::core
