// What must hold of a text before toml11 may see it. The parser has no limits of its own: it
// recurses for each bracket and each part of a key until the stack is used up, and reads past the
// end of some texts that stop inside a string.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace parley::daemon {

/// A configuration of ours has some 1,500 bytes.
inline constexpr std::size_t kMaxConfigurationBytes = 64 << 10;

struct TomlProblem {
  std::size_t line;       ///< Counted from 1; 0 = the whole file.
  std::string_view what;  ///< One line, static.
};

/// nullopt for a text that is short, UTF-8 without control characters, and closes its strings and
/// brackets, none of which are nested deeply. Says nothing about the rest of the syntax.
[[nodiscard]] std::optional<TomlProblem> find_toml_problem(std::string_view text) noexcept;

}  // namespace parley::daemon
