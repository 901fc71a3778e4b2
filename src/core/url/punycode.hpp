// Punycode (RFC 3492): the letters of any script in those of ASCII, for host names.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace parley::core {

/// `codes` (code points) in Punycode, without the prefix "xn--". nullopt when they are too many.
[[nodiscard]] std::optional<std::string> to_punycode(std::span<const char32_t> codes);

}  // namespace parley::core
