// The usage statistics of an app.
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/clock.hpp"

namespace parley::core {

/// A login is the creation of an auth token, whoever requested it.
struct HourlyLogins {
  Time hour;  ///< The start of the hour, in UTC.
  std::uint64_t count = 0;

  bool operator==(const HourlyLogins&) const = default;
};

/// For how many hours logins are kept, including the current hour.
inline constexpr std::int64_t kLoginHoursKept = 30L * 24;

/// A snapshot of the numbers.
struct AppStatistics {
  std::uint64_t users = 0;  ///< Without deactivated ones.
  std::uint64_t deactivated_users = 0;
  std::uint64_t online = 0;    ///< Users shown online in lists.
  std::uint64_t sessions = 0;  ///< Live sessions, as shown in lists.
  /// Every requested hour, oldest first; the last is the current one.
  std::vector<HourlyLogins> logins;
};

/// The hour that `time` is in.
[[nodiscard]] constexpr Time hour_of(Time time) {
  return std::chrono::floor<std::chrono::hours>(time);
}

/// The `count` hours from `first` on, in order: those in `found`, which are in order too, and empty
/// ones for the others.
template <class Hourly>
[[nodiscard]] std::vector<Hourly> with_every_hour(std::vector<Hourly> found, Time first,
                                                  std::int64_t count) {
  std::vector<Hourly> all;
  auto next = found.begin();
  for (std::int64_t i = 0; i < count; ++i) {
    const Time hour = first + std::chrono::hours{i};
    const bool is_found = next != found.end() && next->hour == hour;
    all.push_back(is_found ? std::move(*next++) : Hourly{hour, {}});
  }
  return all;
}

}  // namespace parley::core
