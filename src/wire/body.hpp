// The body of a request: one JSON object.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/json_reader.hpp"
#include "base/result.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Parses a body; an empty body is an empty object. Errors: those of read_json_object(). It must
/// accept only what can be serialised again: handlers store the object, and serialise their
/// response after the commit.
[[nodiscard]] Result<json::object> parse_body(std::string_view text);

/// What the advice about an unreadable body of a request says; each text may be empty.
struct BodyHints {
  std::string_view content_type;  ///< The header Content-Type of the request.
  std::string_view example;       ///< A body of the call.
};

/// As parse_body(). An empty array is an empty object, too: back ends in PHP cannot tell them
/// apart.
[[nodiscard]] Result<json::object> parse_request_body(std::string_view text,
                                                      const BodyHints& hints = {});

/// As parse_request_body(), for a body with several objects: see read_json_batch().
[[nodiscard]] Result<json::object> parse_batch_body(std::string_view text, const BodyHints& hints);

}  // namespace parley::wire
