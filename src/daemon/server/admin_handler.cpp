#include "daemon/server/admin_handler.hpp"

#include <optional>
#include <utility>

#include "api/routes.hpp"
#include "base/log.hpp"
#include "http/exception_answer.hpp"

namespace parley::daemon {
namespace {

constexpr std::string_view kExposition = "text/plain; version=0.0.4; charset=utf-8";

api::Response not_found(const api::Request& request) {
  return api::error(make_error(ErrorCode::kErrApiNotFoundAdminPort,
                               {{"method", request.method_name}, {"path", request.path}}),
                    request.id);
}

bool is_known(std::string_view path) {
  return path == "/healthz" || path == "/readyz" || path == "/metrics";
}

}  // namespace

AdminHandler::AdminHandler(Ping ping_store, RenderMetrics render_metrics)
    : ping_store_(std::move(ping_store)), render_metrics_(std::move(render_metrics)) {}

std::size_t AdminHandler::body_limit(api::Method, std::string_view) const { return api::kMaxBody; }

Task<api::Response> AdminHandler::handle(const api::Request& request) {
  std::optional<api::Response> response;
  try {
    response = co_await answer(request);
  } catch (...) {
    response = http::answer_exception(request);
  }
  http::log_internal_error(request, *response);
  co_return *std::move(response);
}

Task<api::Response> AdminHandler::answer(const api::Request& request) {
  if (!api::is_read(request.method)) {
    co_return is_known(request.path) ? api::method_not_allowed(request, "GET, HEAD")
                                     : not_found(request);
  }
  if (request.path == "/healthz") co_return api::data_answer(R"({"status":"ok"})");
  if (request.path == "/readyz") co_return co_await readiness(request.id);
  if (request.path == "/metrics") {
    api::Response response;
    response.content_type = kExposition;
    response.body = co_await render_metrics_();
    co_return response;
  }
  co_return not_found(request);
}

Task<api::Response> AdminHandler::readiness(std::string_view request_id) {
  const auto alive = co_await ping_store_();
  if (!alive) {
    const auto& error = alive.error();
    const std::string_view reason = error->internal.empty() ? error->message : error->internal;
    log::write_sparsely(log::Level::warn, "not_ready", reason);
  } else if (!draining_) {
    co_return api::data_answer(R"({"status":"ready"})");
  }
  co_return api::error(make_error(ErrorCode::kErrServiceUnavailable), request_id);
}

}  // namespace parley::daemon
