// An answer of the API: status, body and the few headers that differ from answer to answer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/body_stream.hpp"
#include "base/error.hpp"

namespace parley::api {

struct Response {
  int status = 200;
  std::string body;
  std::shared_ptr<const std::string> shared_body = {};  ///< In place of `body`, when set.
  std::string_view content_type = "application/json; charset=utf-8";  ///< Static storage.
  /// Headers that are the same in many answers, as whole lines; static storage.
  std::string_view fixed_headers = {};
  /// Further headers; names are static. Values hold no control characters.
  std::vector<std::pair<std::string_view, std::string>> headers;
  bool close = false;                  ///< Close the connection after this answer.
  bool refused_credential = false;     ///< The caller showed a credential that nobody was issued.
  std::string internal_error;          ///< What the log says of a 5xx; never sent.
  std::unique_ptr<BodyStream> stream;  ///< Goes on where `body` ends, and closes the connection.

  /// What is sent: shared_body or body.
  [[nodiscard]] std::string_view content() const { return shared_body ? *shared_body : body; }
};

/// `{"data": ...}` around JSON that is already serialised.
[[nodiscard]] std::string data_envelope(std::string_view json);
[[nodiscard]] Response data_answer(std::string_view json);

/// The error envelope, with the headers that belong to the error (WWW-Authenticate, Retry-After).
/// `request_id` is repeated in 5xx bodies.
[[nodiscard]] Response error(const Error& error, std::string_view request_id);

}  // namespace parley::api
