// What the domain needs to keep passwords: a slow hash, computed where it delays nobody else.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "base/task.hpp"

namespace parley::core {

struct PasswordCheck {
  bool matches = false;
  bool needs_rehash = false;  ///< The hash was made with other parameters than hash() uses now.
};

/// May be called from the coroutines of any core; they resume where they were.
/// Error of both: ERR_SERVICE_UNAVAILABLE, with retry_after, when too many wait already.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;

  /// A salted hash, other at each call.
  virtual Task<Result<std::string>> hash(SecretString password) = 0;

  /// Takes as long whether it matches or not. An empty `hash` matches nothing, and takes as long as
  /// any other: who has no password cannot be told from who has another.
  virtual Task<Result<PasswordCheck>> verify(SecretString password, std::string hash) = 0;
};

}  // namespace parley::core
