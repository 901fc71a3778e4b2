// The body of a request: one JSON object.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Deeper bodies are refused.
inline constexpr std::size_t kMaxDepth = 32;

/// Reads a body; an empty one is an empty object. ERR_BAD_REQUEST when it is not one JSON object in
/// UTF-8, when an object in it repeats a key (readers disagree on which one counts), or when it is
/// nested deeper than kMaxDepth.
[[nodiscard]] Result<json::object> parse_body(std::string_view text);

}  // namespace parley::wire
