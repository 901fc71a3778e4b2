// Tells a client that says much from one that floods.
#pragma once

#include <algorithm>
#include <chrono>

namespace parley::realtime {

/// A bucket of tokens that fills up with time; each frame takes one.
class FloodGuard {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  FloodGuard(double per_second, double at_once, Moment now)
      : per_second_(static_cast<float>(per_second)),
        at_once_(static_cast<float>(at_once)),
        left_(at_once_),
        last_(now) {}

  /// False when there are too many.
  [[nodiscard]] bool allow(Moment now) {
    const std::chrono::duration<float> passed = now - last_;
    last_ = now;
    left_ = std::min(at_once_, left_ + passed.count() * per_second_);
    if (left_ < 1) return false;
    left_ -= 1;
    return true;
  }

 private:
  float per_second_;
  float at_once_;
  float left_;
  Moment last_;
};

}  // namespace parley::realtime
