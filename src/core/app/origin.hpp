// Web origins that an app allows: `https://host[:port]`, as the header Origin has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// `text` as browsers send that origin: in lower case, an international host in Punycode, without
/// the default port of its scheme and without a trailing slash. Text that is not an origin stays
/// invalid, though its letters may change.
[[nodiscard]] std::string normalize_origin(std::string_view text);

/// Why an app cannot allow `text`, which was normalised; nullopt when it can. An app can allow an
/// origin, `https://*.example.com` (every subdomain of example.com) and `null`, the origin of local
/// files and sandboxed frames.
[[nodiscard]] std::optional<std::string_view> problem_of_origin(std::string_view text);

/// Whether `origin`, as a browser sends it, is one that `allowed` stands for.
[[nodiscard]] bool matches_origin(std::string_view allowed, std::string_view origin) noexcept;

}  // namespace parley::core
