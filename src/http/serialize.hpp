// An answer as bytes.
#pragma once

#include <string>
#include <string_view>

#include "api/response.hpp"

namespace parley::http {

/// What an answer needs besides the Response.
struct AnswerContext {
  std::string_view request_id;
  std::string_view date;        ///< As the header shows it.
  bool head_only = false;       ///< The request was a HEAD: all headers, no body.
  bool close = false;           ///< Announce that the connection closes.
  bool keep_alive_1_0 = false;  ///< Announce to an HTTP/1.0 client that it stays open.
};

/// Appends the status line and the headers to `out`. Adds the headers that every answer has
/// (nosniff, and no-store unless the response sets cache-control itself).
void append_head(std::string& out, const api::Response& response, const AnswerContext& context);

/// What follows the head: the response's content, where the answer has a body at all.
[[nodiscard]] std::string_view body_of(const api::Response& response, const AnswerContext& context);

/// Appends the whole answer to `out`.
void append_answer(std::string& out, const api::Response& response, const AnswerContext& context);

}  // namespace parley::http
