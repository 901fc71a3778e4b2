// Rate limit of client frames.
#pragma once

#include <algorithm>
#include <chrono>

#include "realtime/limits.hpp"

namespace parley::realtime {

/// A token bucket: holds up to Limits::frames_at_once tokens, gets Limits::frames_per_second of
/// them, and each frame takes one.
class FrameRateLimit {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  FrameRateLimit(const Limits& limits, Moment now)
      : left_(static_cast<float>(limits.frames_at_once)), last_(now) {}

  /// Returns whether another frame is allowed at `now`. Pass the same `limits` each time.
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
