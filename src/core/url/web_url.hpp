// Addresses of pages and pictures, as browsers read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// `text` as a browser would send it (WHATWG URL): `HTTPS://Bücher.example/a b` becomes
/// `https://xn--bcher-kva.example/a%20b`. nullopt when it is not an http or https URL with a host,
/// so also for relative URLs and for `javascript:` and `data:`. An answer is read as itself.
/// `text`: well-formed UTF-8.
[[nodiscard]] std::optional<std::string> parse_web_url(std::string_view text);

/// The same, but what is not such a URL stays as it is, for validate() to name.
[[nodiscard]] std::string normalize_web_url(std::string_view text);

}  // namespace parley::core
