// The metrics of /metrics, in Prometheus' text format.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include "base/clock.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/metrics/request_counts.hpp"
#include "http/observer.hpp"
#include "realtime/socket_counters.hpp"

namespace parley::daemon {

/// Counts what the HTTP layer reports. All other metrics are read in render().
class Metrics final : public http::Observer {
 public:
  /// `domain`, `store` and `realtime` must outlive this. `now`: when the process started.
  Metrics(core::Domain& domain, const core::Store& store, const realtime::SocketCounters& realtime,
          Time now);

  void connection_opened() override;
  void connection_closed() override;
  void request_finished(api::Method method, int status, std::chrono::nanoseconds duration,
                        std::size_t bytes) override;
  void credential_refused() override;

  /// All metrics in the text format. Omits what the store fails to return. Safe from any thread.
  [[nodiscard]] Task<std::string> render() const;

 private:
  core::Domain& domain_;
  const core::Store& store_;
  const realtime::SocketCounters& realtime_;
  Time started_;
  prometheus::Registry registry_;
  RequestCounts requests_;
  prometheus::Counter& connections_accepted_;
  prometheus::Gauge& connections_open_;
  prometheus::Counter& credentials_refused_;
};

}  // namespace parley::daemon
