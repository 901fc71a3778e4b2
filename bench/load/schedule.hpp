// When each request is due, and how long it took.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace parley::bench {

class Schedule {
 public:
  using Clock = std::chrono::steady_clock;

  /// Schedules `count` requests. The first is due now.
  Schedule(double per_second, std::size_t count)
      : per_second_(per_second), start_(Clock::now()), nanoseconds_(count) {}

  /// Returns the number of the next request, or nullopt if all were taken.
  [[nodiscard]] std::optional<std::size_t> take() {
    if (taken_ == nanoseconds_.size()) return std::nullopt;
    return taken_++;
  }

  [[nodiscard]] Clock::time_point due(std::size_t number) const {
    const std::chrono::duration<double> after(static_cast<double>(number) / per_second_);
    return start_ + std::chrono::duration_cast<Clock::duration>(after);
  }

  void answered(std::size_t number, bool well) {
    nanoseconds_[number] = (Clock::now() - due(number)).count();
    if (!well) ++errors_;
  }

  /// Returns the results as JSON: the number of answers, the number of errors, and percentiles in
  /// milliseconds. If `window` (seconds) is not 0, `windows` lists the percentiles of the requests
  /// due in each window. Call it once all requests are answered.
  [[nodiscard]] std::string report(double window) const {
    auto text = fmt::format("{{\"answers\":{},\"errors\":{},{}", nanoseconds_.size(), errors_,
                            percentiles(nanoseconds_));
    const auto in_window = static_cast<std::size_t>(per_second_ * window);
    if (in_window == 0) return text + '}';
    const std::span<const std::int64_t> all(nanoseconds_);
    for (std::size_t at = 0; at < all.size(); at += in_window) {
      text += at == 0 ? ",\"windows\":[" : ",";
      text +=
          fmt::format("{{{}}}", percentiles(all.subspan(at, std::min(in_window, all.size() - at))));
    }
    return text + "]}";
  }

 private:
  static std::string percentiles(std::span<const std::int64_t> times) {
    std::vector<std::int64_t> sorted(times.begin(), times.end());
    std::ranges::sort(sorted);
    std::string text;
    for (const auto& [name, share] :
         {std::pair{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}, {"max", 1.0}}) {
      const auto last = static_cast<double>(sorted.size() - 1);
      const auto at = static_cast<std::size_t>(share * last + 0.5);
      text += fmt::format("{}\"{}\":{:.3f}", text.empty() ? "" : ",", name,
                          static_cast<double>(sorted.at(at)) / 1e6);
    }
    return text;
  }

  double per_second_;
  std::size_t taken_ = 0;
  std::size_t errors_ = 0;
  Clock::time_point start_;
  std::vector<std::int64_t> nanoseconds_;  ///< From the due time of each request to its answer.
};

}  // namespace parley::bench
