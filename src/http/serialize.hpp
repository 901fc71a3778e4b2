// Serializes responses.
#pragma once

#include <string>
#include <string_view>

#include "api/response.hpp"

namespace parley::http {

/// What serialization needs besides the Response.
struct AnswerContext {
  std::string_view request_id;
  std::string_view date;        ///< The value of the Date header.
  bool head_only = false;       ///< The request was a HEAD: all headers, no body.
  bool close = false;           ///< Send `connection: close`.
  bool keep_alive_1_0 = false;  ///< Else send `connection: keep-alive`, for HTTP/1.0.
};

/// Appends the status line and the headers to `out`. Adds the headers that every response has
/// (nosniff, and no-store unless the response sets cache-control itself).
void append_head(std::string& out, const api::Response& response, const AnswerContext& context);

/// Returns the body that follows the head. Empty for a HEAD request, and for 101, 204 and 304.
[[nodiscard]] std::string_view body_of(const api::Response& response, const AnswerContext& context);

/// Appends head and body to `out`.
void append_answer(std::string& out, const api::Response& response, const AnswerContext& context);

}  // namespace parley::http
