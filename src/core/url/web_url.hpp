// Parses http and https URLs as browsers do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// `text` as a browser would send it (WHATWG URL): `HTTPS://Bücher.example/a b` becomes
/// `https://xn--bcher-kva.example/a%20b`. nullopt when it is not an http or https URL with a host,
/// which includes relative URLs, `javascript:` and `data:`. Parsing the result again returns it
/// unchanged. `text`: well-formed UTF-8.
[[nodiscard]] std::optional<std::string> parse_web_url(std::string_view text);

/// Why parse_web_url() returns nullopt for `text`: the part that is wrong. The reason continues a
/// sentence that begins with the name of a field. Empty if nothing is wrong.
[[nodiscard]] std::string problem_of_web_url(std::string_view text);

/// Like parse_web_url(), but returns other text unchanged, so that validate() can report it.
[[nodiscard]] std::string normalize_web_url(std::string_view text);

}  // namespace parley::core
