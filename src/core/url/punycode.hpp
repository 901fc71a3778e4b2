// Punycode (RFC 3492): encodes Unicode in ASCII for host names.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace parley::core {

/// `codes` (code points) in Punycode, without the prefix "xn--". nullopt if there are too many of
/// them.
[[nodiscard]] std::optional<std::string> to_punycode(std::span<const char32_t> codes);

}  // namespace parley::core
