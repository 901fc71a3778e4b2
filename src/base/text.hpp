// Helpers for UTF-8 text from clients.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley {

/// Whether `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// `text` with U+FFFD in place of each byte that is not part of well-formed UTF-8.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view text);

/// The longest prefix of `text` that is well-formed UTF-8 and has at most `most` bytes.
[[nodiscard]] std::string_view utf8_start(std::string_view text, std::size_t most) noexcept;

/// The text as an error quotes it: its first 100 bytes, and "..." if there are more.
[[nodiscard]] std::string excerpt(std::string_view text);

/// The number of code points of UTF-8. Bytes that cannot begin one do not count.
[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

[[nodiscard]] bool is_ascii(std::string_view text) noexcept;

/// Whether `text` holds a character of U+0000-U+001F or U+007F.
[[nodiscard]] bool has_control_characters(std::string_view text) noexcept;

/// Whether `c` may be part of a token of HTTP, such as the name of a header (RFC 9110, 5.6.2).
[[nodiscard]] bool is_token_character(char c) noexcept;

/// The value of a hexadecimal digit in either case; -1 if `c` is none.
[[nodiscard]] int hex_digit(char c) noexcept;

/// `text` with the letters A-Z in lower case; all other bytes are unchanged.
[[nodiscard]] std::string to_lower_ascii(std::string_view text);

/// `text` without the spaces and tabs around it.
[[nodiscard]] std::string_view trim_spaces(std::string_view text) noexcept;

/// Removes the first item and its comma from the front of `list`, a comma-separated list that must
/// not be empty. Returns the item without the spaces and tabs around it.
std::string_view take_item(std::string_view& list) noexcept;

}  // namespace parley
