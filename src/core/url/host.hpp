// The host of a URL, as browsers read it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// A host in the form in which it is looked up: lower case, an IDN in Punycode, an IPv4 address as
/// four decimal numbers, an IPv6 address in brackets. nullopt when `text` is empty or cannot be a
/// host: also when it is longer than 1,000 bytes, four times what can be looked up. Whether a label
/// of an IDN may be registered is not looked at.
[[nodiscard]] std::optional<std::string> parse_web_host(std::string_view text);

}  // namespace parley::core
