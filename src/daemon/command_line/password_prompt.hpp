// Reads passwords from a terminal or a pipe.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"

namespace parley::daemon {

/// Asks twice for a new password on a terminal without echoing it, then restores the echo. Fails if
/// the two do not match, at the end of the input and on Ctrl-C. The error's message is one line.
[[nodiscard]] Result<SecretString> ask_for_new_password(int terminal);

/// Reads the first line of a file or pipe, without its line break. The error's message is one line.
[[nodiscard]] Result<SecretString> read_password(int input);

}  // namespace parley::daemon
