// What the admin listener serves: whether the server lives, whether it is ready, and its metrics.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "daemon/metrics.hpp"
#include "http/handler.hpp"

namespace parley::daemon {

/// `/healthz` is 200 while the process answers. `/readyz` is 200 when requests can be served: the
/// store answers and the server is not stopping; else 503. Safe from any core.
class AdminHandler final : public http::Handler {
 public:
  using Ping = std::function<Task<Status>()>;

  /// `ping_store` answers whether the store does. `metrics` outlives this.
  AdminHandler(Ping ping_store, const Metrics& metrics);

  /// From now on the server is not ready. Any thread.
  void set_draining() { draining_ = true; }

  Task<api::Response> handle(const api::Request& request) override;
  [[nodiscard]] std::size_t body_limit(api::Method method, std::string_view path) const override;

 private:
  Task<api::Response> readiness(std::string_view request_id);

  Ping ping_store_;
  const Metrics& metrics_;
  std::atomic<bool> draining_ = false;
};

}  // namespace parley::daemon
