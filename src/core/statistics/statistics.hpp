// What the operator of an app is told of its use.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "base/clock.hpp"

namespace parley::core {

/// A login is a session that begins: an auth token that was created, whoever asked for it.
struct HourlyLogins {
  Time hour;  ///< Its first moment, by UTC.
  std::uint64_t count = 0;

  bool operator==(const HourlyLogins&) const = default;
};

/// Logins are counted for so many hours, the one that runs among them; then they are forgotten.
inline constexpr std::int64_t kLoginHoursKept = 30L * 24;

/// How things stand at one moment.
struct AppStatistics {
  std::uint64_t users = 0;  ///< Without those who are deactivated.
  std::uint64_t deactivated_users = 0;
  std::uint64_t online = 0;    ///< Users, as lists show them.
  std::uint64_t sessions = 0;  ///< Live, as lists of sessions show them.
  /// Every hour that was asked for, the oldest first; the last is the one that runs.
  std::vector<HourlyLogins> logins;
};

/// The hour that `time` is in.
[[nodiscard]] constexpr Time hour_of(Time time) {
  return std::chrono::floor<std::chrono::hours>(time);
}

}  // namespace parley::core
