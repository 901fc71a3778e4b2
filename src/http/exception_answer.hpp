// The response to a request whose handler throws, for every listener.
#pragma once

#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// Returns the response for the exception being handled; call it in a catch block. std::bad_alloc
/// becomes a 503, because it may be temporary; anything else becomes a plain 500 with the request
/// id. The cause goes to Response::internal_error, which is logged and never sent.
[[nodiscard]] api::Response answer_exception(const api::Request& request);

/// Logs `response.internal_error` unless it is empty. Every 500 is logged; of other responses with
/// the same reason, only one per minute.
void log_internal_error(const api::Request& request, const api::Response& response);

}  // namespace parley::http
