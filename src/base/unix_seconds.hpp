// What the API says about a time that is not in Unix seconds.
#pragma once

#include <string_view>

namespace parley {

/// The reason given for a time that is not a whole number: a date, for example.
inline constexpr std::string_view kUnixSecondsRule =
    "must be Unix seconds, such as 1771312489: the whole seconds since 1970-01-01 UTC";

/// The reason given for a time that is too large for seconds.
inline constexpr std::string_view kNotMilliseconds =
    "must be in Unix seconds, not milliseconds: divide it by 1000";

}  // namespace parley
