// A limit per minute.
#pragma once

#include <chrono>
#include <cstdint>

#include "base/steady_clock.hpp"

namespace parley {

/// Counts events in windows of one minute, each of which begins with its first event.
struct MinuteWindow {
  static constexpr std::chrono::minutes kLength{1};

  SteadyTime begins = kLongAgo;
  std::uint32_t counted = 0;

  [[nodiscard]] bool is_over(SteadyTime now) const { return now - begins >= kLength; }

  /// Events counted.
  [[nodiscard]] std::uint64_t total() const { return counted; }

  /// Whether another event is within `limit`; counts it if so.
  [[nodiscard]] bool admit(std::uint32_t limit, SteadyTime now) {
    if (is_over(now)) *this = {now, 0};
    if (counted >= limit) return false;
    ++counted;
    return true;
  }

  /// Time until the next window. Unless is_over(now), it is more than zero and at most a minute.
  [[nodiscard]] std::chrono::milliseconds left(SteadyTime now) const {
    return begins + kLength - now;
  }
};

}  // namespace parley
