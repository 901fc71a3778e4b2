// Clocks that stand still until a test moves them.
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

/// Starts a second after the machine did: an hour ago, nothing was measured yet.
class ManualSteadyClock final : public SteadyClock {
 public:
  [[nodiscard]] SteadyTime now() const override {
    return SteadyTime{SteadyTime::duration{milliseconds_.load()}};
  }

  /// Not back: no steady clock goes back.
  void advance(SteadyTime::duration duration) { milliseconds_ += duration.count(); }

 private:
  std::atomic<std::int64_t> milliseconds_{1'000};
};

}  // namespace parley::test_support
