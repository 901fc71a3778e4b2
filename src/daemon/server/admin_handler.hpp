// The requests of the admin listener: liveness, readiness and metrics.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/handler.hpp"

namespace parley::daemon {

/// `/healthz` returns 200 as long as the process responds. `/readyz` returns 200 if the store
/// responds and the server is not stopping, else 503. Exceptions become 500 or 503. Safe from any
/// thread.
class AdminHandler final : public http::Handler {
 public:
  using Ping = std::function<Task<Status>()>;
  using RenderMetrics = std::function<Task<std::string>()>;

  /// `ping_store` fails if the store does not respond; `render_metrics` returns the body of
  /// /metrics.
  AdminHandler(Ping ping_store, RenderMetrics render_metrics);

  /// Makes /readyz return 503 from now on. Safe from any thread.
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
