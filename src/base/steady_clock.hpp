// Monotonic time, for every wait, limit and age in this process.
#pragma once

#include <chrono>

namespace parley {

/// A point in time with millisecond precision. Meaningful only within this process.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

/// Earlier than any time that a process sees; means "never".
inline constexpr SteadyTime kLongAgo{-std::chrono::days{36'500}};

/// The source of time for waits and limits. Tests pass a clock that they advance by hand. Times
/// that are stored or shown come from a Clock (base/clock.hpp) instead.
class SteadyClock {
 public:
  virtual ~SteadyClock() = default;

  /// Never goes back, even if the time of day is set. Safe to call from any thread.
  [[nodiscard]] virtual SteadyTime now() const = 0;
};

class SystemSteadyClock final : public SteadyClock {
 public:
  [[nodiscard]] SteadyTime now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now());
  }
};

}  // namespace parley
