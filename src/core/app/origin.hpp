// Web origins that an app allows: `https://host[:port]`, as the header Origin has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// `text` as browsers send that origin: in small letters, without the port that its scheme implies
/// and without a slash at its end. What is not an origin may change too, and stays none.
[[nodiscard]] std::string normalize_origin(std::string_view text);

/// Why an app cannot allow `text`, which was normalised; nullopt when it can. Apps allow origins,
/// `https://*.example.com`, which stands for every host below example.com, and `null`, the origin
/// of local files and sandboxed frames.
[[nodiscard]] std::optional<std::string_view> problem_of_origin(std::string_view text);

/// Whether `origin`, as a browser sends it, is one that `allowed` stands for.
[[nodiscard]] bool matches_origin(std::string_view allowed, std::string_view origin) noexcept;

}  // namespace parley::core
