// What the domain needs to keep passwords: a slow hash, computed where it delays nobody else.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "base/task.hpp"

namespace parley::core {

struct PasswordCheck {
  bool matches = false;
  bool needs_rehash = false;  ///< The hash was made with other parameters than hash() uses now.
};

/// Who is signing in. Each group has its own threads and its own share of the queue, so that
/// strangers cannot keep administrators waiting.
enum class HashedFor : std::uint8_t {
  stranger,       ///< Anybody who can reach the server.
  administrator,  ///< Somebody at an address that the administrator has signed in from.
};

/// May be called from the coroutines of any core; they resume where they were.
/// Error of both: ERR_SERVICE_UNAVAILABLE, with retry_after, when too many of the same group wait
/// already.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;

  /// A salted hash, different at each call. Only for administrators: strangers set no passwords.
  virtual Task<Result<std::string>> hash(SecretString password) = 0;

  /// Takes as long whether it matches or not. An empty `hash` matches nothing, and takes as long as
  /// any other: an account without a password cannot be told from one with another password.
  virtual Task<Result<PasswordCheck>> verify(SecretString password, std::string hash,
                                             HashedFor whom) = 0;
};

}  // namespace parley::core
