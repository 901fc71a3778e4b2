// What the admin listener serves: whether the server lives, whether it is ready, and its metrics.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/handler.hpp"

namespace parley::daemon {

/// `/healthz` is 200 while the process answers. `/readyz` is 200 when requests can be served: the
/// store answers and the server is not stopping; else 503. Whatever throws is answered 500 or 503.
/// Safe from any core.
class AdminHandler final : public http::Handler {
 public:
  using Ping = std::function<Task<Status>()>;
  using RenderMetrics = std::function<Task<std::string>()>;

  /// `ping_store` answers whether the store does; `render_metrics` answers the body of /metrics.
  AdminHandler(Ping ping_store, RenderMetrics render_metrics);

  /// From now on the server is not ready. Any thread.
  void set_draining() { draining_ = true; }

  Task<api::Response> handle(const api::Request& request) override;
  [[nodiscard]] std::size_t body_limit(api::Method method, std::string_view path) const override;

 private:
  Task<api::Response> answer(const api::Request& request);
  Task<api::Response> readiness(std::string_view request_id);

  Ping ping_store_;
  RenderMetrics render_metrics_;
  std::atomic<bool> draining_ = false;
};

}  // namespace parley::daemon
