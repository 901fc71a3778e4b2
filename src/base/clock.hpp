// Wall-clock time. Only this file and the log, which needs microseconds, read the system's time of
// day.
#pragma once

#include <chrono>
#include <cstdint>

namespace parley {

/// A point in time with millisecond precision. The default value (1970) means "never".
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

inline constexpr Time kNever{};

/// Unix seconds, the unit of every time in the API. kNever is 0.
constexpr std::int64_t to_unix_seconds(Time time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

constexpr Time from_unix_seconds(std::int64_t seconds) {
  return Time{std::chrono::seconds{seconds}};
}

/// The domain's source of time. Tests pass a clock that they set by hand.
class Clock {
 public:
  virtual ~Clock() = default;

  /// The current time of day (UTC). Safe to call from any thread.
  [[nodiscard]] virtual Time now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

}  // namespace parley
