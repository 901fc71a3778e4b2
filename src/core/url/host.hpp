// Parses the host of a URL as browsers do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// The host in the form in which it is looked up: lower case, an IDN in Punycode, an IPv4 address
/// as four decimal numbers, an IPv6 address in brackets. nullopt if `text` is empty, longer than
/// 1,000 bytes, or otherwise cannot be a host.
[[nodiscard]] std::optional<std::string> parse_web_host(std::string_view text);

}  // namespace parley::core
