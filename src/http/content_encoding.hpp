// Negotiates the content encoding of a response.
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::http {

enum class ContentEncoding : std::uint8_t { identity, gzip, brotli };

/// Returns the best encoding that the Accept-Encoding header allows: brotli before gzip before
/// identity. `q=0` excludes an encoding. Other weights are ignored, and so is `*`.
[[nodiscard]] ContentEncoding negotiate_encoding(std::string_view accept_encoding);

}  // namespace parley::http
