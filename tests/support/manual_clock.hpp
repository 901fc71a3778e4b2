// A clock that stands still until a test turns it.
#pragma once

#include <atomic>

#include "base/clock.hpp"

namespace parley::test_support {

class ManualClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return Time{Time::duration{milliseconds_.load()}}; }

  void advance(Time::duration duration) { milliseconds_ += duration.count(); }

 private:
  std::atomic<std::int64_t> milliseconds_{1'771'312'489'000};
};

}  // namespace parley::test_support
