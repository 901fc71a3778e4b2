// The body of every error response.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/error.hpp"

namespace parley::api {

/// `{"error": {code, message, devMessage, source, details?, requestId?}}`. `request_id` is included
/// only for a 5xx. Always valid JSON: bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string error_json(const Error& error, std::string_view request_id);

/// The entry for a failed item in the response to a bulk call: `{"success": false, "error"}`.
[[nodiscard]] boost::json::object failure_json(const Error& error, std::string_view request_id);

}  // namespace parley::api
