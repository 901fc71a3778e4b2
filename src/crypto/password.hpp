// Password hashing with Argon2id, which is slow and uses much memory on purpose.
#pragma once

#include <string>

#include "base/secret.hpp"

namespace parley::crypto {

/// Argon2id with 64 MiB, 2 passes and a random salt, in the PHC format ("$argon2id$v=19$m=65536,
/// t=2,p=1$salt$hash"), by libsodium. Blocks for about 100 ms, so never call it on an I/O thread.
/// Throws std::bad_alloc if memory runs out.
[[nodiscard]] std::string hash_password(const SecretString& password);

/// Whether `hash` is a hash of this password; false if it is not a hash at all. Compares in
/// constant time, and blocks as hash_password() does.
[[nodiscard]] bool verify_password(const SecretString& password, const std::string& hash);

/// Whether `hash` was made with parameters other than those of hash_password().
[[nodiscard]] bool password_needs_rehash(const std::string& hash);

}  // namespace parley::crypto
