#include "daemon/metrics/request_counts.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "daemon/metrics/process_metrics.hpp"

namespace parley::daemon {
namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

constexpr std::string_view kMethodNames[] = {"GET",     "POST", "PUT",  "DELETE",
                                             "OPTIONS", "HEAD", "other"};

/// Upper bounds. Most responses take well under a millisecond, or one fsync.
constexpr std::chrono::microseconds kBounds[] = {
    50us, 100us, 250us, 500us, 1ms, 2500us, 5ms, 10ms, 25ms, 50ms, 100ms, 250ms, 500ms, 1s, 5s};

}  // namespace

void RequestCounts::add(api::Method method, int status, std::chrono::nanoseconds duration,
                        std::size_t bytes) {
  static_assert(std::size(kMethodNames) == kMethods && std::size(kBounds) == kDurationBounds);
  constexpr auto kRelaxed = std::memory_order_relaxed;
  auto& counts = by_thread_[thread_number() % by_thread_.size()];
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
  const auto bound = std::ranges::lower_bound(kBounds, duration) - std::begin(kBounds);
  counts.requests[static_cast<std::size_t>(method)][status_class].fetch_add(1, kRelaxed);
  counts.durations[static_cast<std::size_t>(bound)].fetch_add(1, kRelaxed);
  counts.nanoseconds.fetch_add(static_cast<std::uint64_t>(duration.count()), kRelaxed);
  counts.bytes.fetch_add(bytes, kRelaxed);
}

std::vector<prometheus::MetricFamily> RequestCounts::families() const {
  const auto bytes = sum([](const Counts& counts) -> auto& { return counts.bytes; });
  return {requests(), durations(),
          counter_family("parley_http_response_bytes_total", "Bytes of response heads and bodies.",
                         bytes)};
}

prometheus::MetricFamily RequestCounts::requests() const {
  prometheus::MetricFamily family{
      "parley_http_requests_total", "Requests handled.", prometheus::MetricType::Counter, {}};
  for (std::size_t method = 0; method < kMethods; ++method) {
    for (std::size_t status = 0; status < kStatusClasses; ++status) {
      prometheus::ClientMetric metric;
      metric.label = {{"method", std::string(kMethodNames[method])},
                      {"status", std::to_string(status + 1) + "xx"}};
      metric.counter.value = static_cast<double>(
          sum([&](const Counts& counts) -> auto& { return counts.requests[method][status]; }));
      family.metric.push_back(std::move(metric));
    }
  }
  return family;
}

prometheus::MetricFamily RequestCounts::durations() const {
  prometheus::ClientMetric metric;
  auto& histogram = metric.histogram;
  for (std::size_t i = 0; i <= kDurationBounds; ++i) {
    const auto bound =
        i < kDurationBounds ? Seconds(kBounds[i]).count() : std::numeric_limits<double>::infinity();
    histogram.sample_count +=
        sum([&](const Counts& counts) -> auto& { return counts.durations[i]; });
    histogram.bucket.push_back({histogram.sample_count, bound});
  }
  const auto nanoseconds = sum([](const Counts& counts) -> auto& { return counts.nanoseconds; });
  histogram.sample_sum = Seconds(std::chrono::nanoseconds(nanoseconds)).count();
  return {"parley_http_request_duration_seconds",
          "From the complete head of a request to its response.",
          prometheus::MetricType::Histogram,
          {std::move(metric)}};
}

}  // namespace parley::daemon
