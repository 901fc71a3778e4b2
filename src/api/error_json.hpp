// The body of every error answer.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/error.hpp"

namespace parley::api {

/// `{"error": {code, message, devMessage, source, details?, requestId?}}`. `request_id` is shown
/// only for a 5xx. Always valid JSON: what is no UTF-8 in a text is shown as U+FFFD.
[[nodiscard]] std::string error_json(const Error& error, std::string_view request_id);

/// How an answer about many things says that one of them failed: `{"success": false, "error"}`.
[[nodiscard]] boost::json::object failure_json(const Error& error, std::string_view request_id);

}  // namespace parley::api
