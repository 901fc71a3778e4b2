// Quotes texts for commands that the operator can paste into a shell.
#pragma once

#include <string>
#include <string_view>

namespace parley::daemon {

/// `text` as one word of a POSIX shell: as it is, or in single quotes if it needs them.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace parley::daemon
