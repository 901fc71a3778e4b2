// Checks a text before toml11 parses it. The parser has no limits of its own: it recurses for each
// bracket and each part of a key until the stack overflows, and reads past the end of some texts
// that end inside a string.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace parley::daemon {

/// Far more than a real configuration needs.
inline constexpr std::size_t kMaxConfigurationBytes = 64 << 10;

struct TomlProblem {
  std::size_t line;       ///< Counted from 1; 0 = the whole file.
  std::string_view what;  ///< One line, static.
};

/// The first problem found; nullopt if the text is safe to parse: at most kMaxConfigurationBytes of
/// UTF-8 without control characters, with closed strings and brackets, no deep nesting, and no very
/// long names or numbers. Does not check any other syntax.
[[nodiscard]] std::optional<TomlProblem> find_toml_problem(std::string_view text) noexcept;

}  // namespace parley::daemon
