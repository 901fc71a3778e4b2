// Clocks that only advance when a test advances them.
#pragma once

#include <atomic>

#include "base/clock.hpp"
#include "base/steady_clock.hpp"

namespace parley::test_support {

class ManualClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return Time{Time::duration{milliseconds_.load()}}; }

  void advance(Time::duration duration) { milliseconds_ += duration.count(); }

 private:
  std::atomic<std::int64_t> milliseconds_{1'771'312'489'000};
};

/// Starts at one second, like the clock of a machine that has just booted.
class ManualSteadyClock final : public SteadyClock {
 public:
  [[nodiscard]] SteadyTime now() const override {
    return SteadyTime{SteadyTime::duration{milliseconds_.load()}};
  }

  /// `duration` must not be negative, because a steady clock never goes back.
  void advance(SteadyTime::duration duration) { milliseconds_ += duration.count(); }

 private:
  std::atomic<std::int64_t> milliseconds_{1'000};
};

}  // namespace parley::test_support
