// jwt.pem: the key that signs JSON Web Tokens. It is deliberately kept apart from the database, so
// that a stolen database alone cannot sign tokens.
#pragma once

#include <filesystem>

#include "crypto/jwt.hpp"

namespace parley::daemon {

/// A signer with the key in `file` (PEM). If the file is missing or empty, creates a new key and
/// writes it with mode 0600; older versions left an empty file if their first start was
/// interrupted. Throws OperatorException if the file cannot be read or written, and
/// std::runtime_error with a message of one line if it holds anything else: such a file is never
/// replaced.
[[nodiscard]] crypto::JwtSigner load_or_create_signer(const std::filesystem::path& file);

}  // namespace parley::daemon
