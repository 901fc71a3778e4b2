// A response of the API: status, body and the headers that differ from response to response.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/body_stream.hpp"
#include "api/request.hpp"
#include "base/byte_budget.hpp"
#include "base/error.hpp"
#include "base/result.hpp"

namespace parley::api {

/// Bytes. A body up to this size is copied behind its head, and responses to pipelined requests are
/// collected up to this size. A larger body is sent without copying, and its memory is accounted
/// for.
inline constexpr std::size_t kSmallBody = 64 * 1024;

struct Response {
  int status = 200;
  std::string body;
  std::shared_ptr<const std::string> shared_body = {};  ///< Replaces `body` if set.
  std::string_view static_body = {};  ///< Replaces both if not empty; static storage.
  std::string_view content_type = "application/json; charset=utf-8";  ///< Static storage.
  /// Headers that are the same in many responses, as whole lines; static storage.
  std::string_view fixed_headers = {};
  /// Further headers; names are static. Values hold no control characters.
  std::vector<std::pair<std::string_view, std::string>> headers;
  bool close = false;                  ///< Close the connection after this response.
  bool refused_credential = false;     ///< The request had an invalid or ended key or token.
  bool refused_auth_token = false;     ///< It was an auth token: no limit replaces this response.
  std::string internal_error;          ///< The cause of a 5xx, for the log; never sent.
  std::unique_ptr<BodyStream> stream;  ///< Continues `body`; the connection closes at its end.
  ByteBudget::LeasePtr memory;         ///< Memory of a large body; held until it has been sent.

  /// The body that is sent.
  [[nodiscard]] std::string_view content() const {
    if (!static_body.empty()) return static_body;
    return shared_body ? *shared_body : body;
  }
};

/// `{"data": ...}` around serialised JSON.
[[nodiscard]] std::string data_envelope(std::string_view json);
[[nodiscard]] Response data_answer(std::string_view json);

/// Takes memory from `budget` for a large response, unless the handler has done so. If there is not
/// enough, replaces the response with an error, but only for GET and HEAD: a change that was made
/// is always confirmed. `caller_name` returns the caller's unique name.
template <class CallerName>
void count_answer(Result<Response>& result, const Request& request, ByteBudget& budget,
                  CallerName caller_name) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (!result || !reads || result->memory || result->body.size() <= kSmallBody) return;
  auto memory = budget.take(caller_name(), result->body.size());
  if (memory) {
    result->memory = std::move(*memory);
  } else {
    result = memory.error();
  }
}

/// The error envelope, with the headers that belong to the error (WWW-Authenticate, Retry-After,
/// Accept-Encoding, Upgrade). The body of a 5xx includes `request_id`.
[[nodiscard]] Response error(const Error& error, std::string_view request_id);

/// The methods of a path that can only be read, as the header Allow lists them.
inline constexpr const char* kReadsOnly = "GET, HEAD, OPTIONS";

/// 404 for a method and path that no route has. `code`: the variant of ERR_API_NOT_FOUND.
/// `allowed`: the methods of the path, as the header Allow lists them; only for the variant that
/// names them.
[[nodiscard]] Error no_such_call(ErrorCode code, const Request& request,
                                 std::string_view allowed = {});

/// 405 for a path that has other methods. `allowed`: those methods, as the header Allow lists them.
[[nodiscard]] Response method_not_allowed(const Request& request, std::string allowed);

}  // namespace parley::api
