// Tells a client that says much from one that floods.
#pragma once

#include <algorithm>
#include <chrono>

#include "realtime/limits.hpp"

namespace parley::realtime {

/// A bucket of tokens that fills up with time; each frame takes one.
class FloodGuard {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  FloodGuard(const Limits& limits, Moment now)
      : left_(static_cast<float>(limits.frames_at_once)), last_(now) {}

  /// False when there are too many. `limits`: always the same.
  [[nodiscard]] bool allow(const Limits& limits, Moment now) {
    const std::chrono::duration<double> passed = now - last_;
    last_ = now;
    const auto left =
        std::min(limits.frames_at_once, left_ + passed.count() * limits.frames_per_second);
    left_ = static_cast<float>(left < 1 ? left : left - 1);
    return left >= 1;
  }

 private:
  float left_;
  Moment last_;
};

}  // namespace parley::realtime
