// Which compressed form of a file a client takes.
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::http {

enum class ContentEncoding : std::uint8_t { identity, gzip, brotli };

/// The best encoding that the header Accept-Encoding allows. An encoding with `q=0` is refused, and
/// other weights make no difference; `*` names neither.
[[nodiscard]] ContentEncoding negotiate_encoding(std::string_view accept_encoding);

}  // namespace parley::http
