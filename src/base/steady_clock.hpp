// Time that nobody can set: the measure of every wait, limit and age in this process.
#pragma once

#include <chrono>

namespace parley {

/// A moment with millisecond precision. Means nothing to another process, nor after a restart.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

/// Before every moment that a process sees; stands for "never".
inline constexpr SteadyTime kLongAgo{-std::chrono::days{36'500}};

/// Where waits and limits get the time from; tests pass one that they advance by hand. What is
/// stored, or shown to people, takes its time from a Clock (base/clock.hpp) instead.
class SteadyClock {
 public:
  virtual ~SteadyClock() = default;

  /// Never goes back, whatever happens to the time of day. Safe to call from any thread.
  [[nodiscard]] virtual SteadyTime now() const = 0;
};

class SystemSteadyClock final : public SteadyClock {
 public:
  [[nodiscard]] SteadyTime now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now());
  }
};

}  // namespace parley
