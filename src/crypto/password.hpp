// Hashes of passwords: Argon2id, slow and hungry for memory on purpose.
#pragma once

#include <string>

#include "base/secret.hpp"

namespace parley::crypto {

/// Argon2id with 64 MiB, 2 passes and a random salt, in the PHC format ("$argon2id$v=19$m=65536,
/// t=2,p=1$salt$hash"), by libsodium. Blocks the caller for some 100 ms: never call it on a thread
/// that serves others. Throws std::bad_alloc when there is no memory.
[[nodiscard]] std::string hash_password(const SecretString& password);

/// Whether `hash` is one of this password; false for what is no hash. Compares in constant time,
/// and blocks as hash_password() does.
[[nodiscard]] bool verify_password(const SecretString& password, const std::string& hash);

/// Whether `hash` was made with other parameters than hash_password() uses.
[[nodiscard]] bool password_needs_rehash(const std::string& hash);

}  // namespace parley::crypto
