#include "http/exception_answer.hpp"

#include <exception>
#include <new>

#include "base/exception_error.hpp"
#include "base/log.hpp"

namespace parley::http {
namespace {

/// Allocates no memory.
api::Response bare_503() {
  api::Response response;
  response.status = 503;
  response.static_body =
      R"({"error":{"code":"ERR_SERVICE_UNAVAILABLE","message":"The server is out of memory.",)"
      R"("devMessage":"Send the request again in a moment.","source":"chat-api"}})";
  response.fixed_headers = "retry-after: 1\r\naccess-control-allow-origin: *\r\n";
  return response;
}

}  // namespace

api::Response answer_exception(const api::Request& request) {
  try {
    return api::error(error_of_exception(std::current_exception(), request.id), request.id);
  } catch (const std::bad_alloc&) {
    return bare_503();
  }
}

void log_internal_error(const api::Request& request, const api::Response& response) {
  constexpr std::string_view kEvent = "request_failed";
  const std::string_view reason = response.internal_error;
  const log::Value status = std::int64_t{response.status};
  if (reason.empty()) return;
  // A 500 tells the client that its request id is in the log, so each is logged.
  if (response.status == 500) {
    log::error(kEvent, {{"requestId", request.id}, {"status", status}, {"reason", reason}});
  } else {
    log::write_sparsely(log::Level::error, kEvent, reason,
                        {{"requestId", request.id}, {"status", status}});
  }
}

}  // namespace parley::http
