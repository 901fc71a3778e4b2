// jwt.pem: the key that signs JSON Web Tokens. It is kept apart from the database on purpose: a
// stolen database can sign nothing.
#pragma once

#include <filesystem>

#include "crypto/jwt.hpp"

namespace parley::daemon {

/// A signer with the key in `file` (PEM). Where there is no file, or an empty one, which is what a
/// first start of an older version left behind when it was interrupted, a new key is made and
/// written, mode 0600. Throws OperatorException when it cannot be read or written, and
/// std::runtime_error, whose text is one line, when the file holds anything else: such a key is
/// never replaced.
[[nodiscard]] crypto::JwtSigner load_or_create_signer(const std::filesystem::path& file);

}  // namespace parley::daemon
