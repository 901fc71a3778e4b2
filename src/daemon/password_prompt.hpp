// Passwords from the person, or the program, in front of a command.
#pragma once

#include "base/result.hpp"
#include "base/secret.hpp"

namespace parley::daemon {

/// Asks twice for a new password on a terminal, without showing it. What the terminal shows is as
/// before when this returns. The error's message is one line: the two differ, the end of the input,
/// or Ctrl-C.
[[nodiscard]] Result<SecretString> ask_for_new_password(int terminal);

/// The first line of a file or pipe, without its end. The error's message is one line.
[[nodiscard]] Result<SecretString> read_password(int input);

}  // namespace parley::daemon
