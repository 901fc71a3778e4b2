// What a request is answered when its handler throws: the same at every listener.
#pragma once

#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// The answer when handling a request threw the exception that is being handled: call it in a catch
/// block. A 503 when memory ran out, which can pass; else a plain 500 with the request id. Only the
/// log learns what happened.
[[nodiscard]] api::Response answer_exception(const api::Request& request);

/// Writes the line of the log that a 5xx answer has, if any. Equal ones other than bugs are written
/// once per minute.
void log_internal_error(const api::Request& request, const api::Response& response);

}  // namespace parley::http
