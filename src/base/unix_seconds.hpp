// Which numbers the API does not take for a time, and what it says about them.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/clock.hpp"

namespace parley {

/// The reason given for a time that is not a whole number: a date, for example.
inline constexpr std::string_view kUnixSecondsRule =
    "must be Unix seconds, such as 1771312489: the whole seconds since 1970-01-01 UTC";

/// Milliseconds in 2286. Larger numbers are the digits of a date, or microseconds.
inline constexpr std::int64_t kMostMilliseconds = 10'000'000'000'000;

/// The reason given for a time that is too large for seconds, up to kMostMilliseconds.
inline constexpr std::string_view kNotMilliseconds =
    "must be in Unix seconds, not milliseconds: divide it by 1000";

/// The reason given for a time that is_too_early().
inline constexpr std::string_view kTooEarly =
    "must be 946684800 (2000-01-01 UTC) or later, or 0: Unix seconds, not a date such as 20240310, "
    "a year or a day number";

/// Whether `seconds` is before 2000. Only 0 is accepted there: it means "never", or "the beginning"
/// where a range of times starts. Other small numbers are dates in other units.
constexpr bool is_too_early(std::int64_t seconds) {
  return seconds != 0 && seconds < kEarliestUnixSeconds;
}

}  // namespace parley
