// Which numbers the API does not take for a time, and what it says about them.
#pragma once

#include <cstdint>
#include <string_view>

namespace parley {

/// The reason given for a time that is not a whole number: a date, for example.
inline constexpr std::string_view kUnixSecondsRule =
    "must be Unix seconds, such as 1771312489: the whole seconds since 1970-01-01 UTC";

/// The reason given for a time that is probably in milliseconds.
inline constexpr std::string_view kNotMilliseconds =
    "must be in Unix seconds, not milliseconds: divide it by 1000";

/// The reason given for a time before 2000, other than 0.
inline constexpr std::string_view kTooEarly =
    "must be 946684800 (2000-01-01 UTC) or later, or 0: Unix seconds, not a date such as 20240310, "
    "a year or a day number";

/// Why `seconds` cannot be a time; empty if it can. 0 means "never", or "the beginning" where a
/// range of times starts. Other numbers before 2000 are dates in other units.
constexpr std::string_view problem_of_time(std::int64_t seconds) {
  constexpr std::int64_t kEarliest = 946'684'800;
  constexpr std::int64_t kLeastMilliseconds = 100'000'000'000;    // In 1973; as seconds in 5138.
  constexpr std::int64_t kMostMilliseconds = 10'000'000'000'000;  // In 2286.
  if (seconds < 0 || seconds > kMostMilliseconds) return kUnixSecondsRule;
  if (seconds >= kLeastMilliseconds) return kNotMilliseconds;
  if (seconds != 0 && seconds < kEarliest) return kTooEarly;
  return {};
}

}  // namespace parley
