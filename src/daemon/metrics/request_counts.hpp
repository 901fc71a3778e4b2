// Counts requests by method, status and duration.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <prometheus/metric_family.h>

#include "api/request.hpp"
#include "base/thread_number.hpp"

namespace parley::daemon {

/// Each thread has its own counters, so that I/O threads do not contend on every request: the
/// counters of prometheus-cpp are shared, and its histogram has a mutex. families() computes the
/// sums.
class RequestCounts {
 public:
  /// `bytes`: the size of the response. Safe from any thread.
  void add(api::Method method, int status, std::chrono::nanoseconds duration, std::size_t bytes);

  /// The sums, under the names of /metrics. Safe from any thread. A request counted at the same
  /// time may be in some of the sums and not yet in others.
  [[nodiscard]] std::vector<prometheus::MetricFamily> families() const;

 private:
  static constexpr std::size_t kMethods = 7;
  static constexpr std::size_t kStatusClasses = 5;

  static constexpr std::size_t kDurationBounds = 15;

  using Count = std::atomic<std::uint64_t>;

  /// Aligned to cache lines of its own, to avoid false sharing.
  struct alignas(64) Counts {
    std::array<std::array<Count, kStatusClasses>, kMethods> requests{};
    std::array<Count, kDurationBounds + 1> durations{};  ///< The last one is for longer durations.
    Count nanoseconds{0};
    Count bytes{0};
  };

  [[nodiscard]] prometheus::MetricFamily requests() const;
  [[nodiscard]] prometheus::MetricFamily durations() const;

  template <class Pick>
  [[nodiscard]] std::uint64_t sum(Pick pick) const {
    std::uint64_t all = 0;
    for (const auto& counts : by_thread_) all += pick(counts).load(std::memory_order_relaxed);
    return all;
  }

  std::vector<Counts> by_thread_ = std::vector<Counts>(thread_slots());
};

}  // namespace parley::daemon
