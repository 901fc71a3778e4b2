#include "api/response.hpp"

#include <algorithm>

#include "api/error_json.hpp"
#include "base/text.hpp"

namespace parley::api {
namespace {

bool showed_auth_token(ErrorCode code) {
  return code == ErrorCode::kAuthErrAuthTokenNotFound ||
         code == ErrorCode::kAuthErrAuthTokenNotFoundExpired ||
         code == ErrorCode::kAuthErrAuthTokenExpired;
}

}  // namespace

std::string data_envelope(std::string_view json) {
  std::string text;
  text.reserve(json.size() + 9);
  text.append(R"({"data":)").append(json).append("}");
  return text;
}

Response data_answer(std::string_view json) {
  Response response;
  response.body = data_envelope(json);
  return response;
}

Response error(const Error& error, std::string_view request_id) {
  Response response;
  response.status = info(error.code).http_status;
  response.body = error_json(error, request_id);
  if (!error->is_logged) response.internal_error = error->internal;
  if (response.status == 401) {
    response.headers.emplace_back("www-authenticate",
                                  showed_auth_token(error.code)
                                      ? R"(Bearer realm="parley", error="invalid_token")"
                                      : R"(Bearer realm="parley")");
  }
  if (response.status == 426) {
    response.headers.emplace_back("upgrade", "websocket");
    response.headers.emplace_back("connection", "Upgrade");
    response.headers.emplace_back("sec-websocket-version", "13");
  }
  if (response.status == 415) response.headers.emplace_back("accept-encoding", "identity");
  if (response.status == 429 || response.status == 503) {
    response.headers.emplace_back("retry-after",
                                  std::to_string(std::max<std::int64_t>(error->retry_after, 1)));
  }
  return response;
}

Error no_such_call(ErrorCode code, const Request& request, std::string_view allowed) {
  const bool printable = is_utf8(request.path);
  return make_error(code, {{"method", request.method_name},
                           {"path", printable ? request.path : std::string_view("this path")},
                           {"allowed", allowed}});
}

Response method_not_allowed(const Request& request, std::string allowed) {
  auto response = error(make_error(ErrorCode::kErrMethodNotAllowed,
                                   {{"method", request.method_name}, {"allowed", allowed}}),
                        request.id);
  response.headers.emplace_back("allow", std::move(allowed));
  return response;
}

}  // namespace parley::api
