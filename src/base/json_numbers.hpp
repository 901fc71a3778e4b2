// Finds numbers in JSON that other readers would change.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

namespace parley {

/// The reason in an error answer for a number for which not_kept_by_javascript() is true.
inline constexpr std::string_view kNotKeptByJavascript =
    "is beyond 9007199254740991 (2^53-1), where JavaScript rounds whole numbers; send it as a "
    "string";

/// Whether JavaScript would round the number, or write it back as digits that are refused here: its
/// absolute value is greater than 2^53-1 and less than 1e21. From 1e21 on JavaScript writes
/// exponents; such numbers are kept, since nobody uses them as identifiers. False for values that
/// are not numbers.
[[nodiscard]] bool not_kept_by_javascript(const boost::json::value& value);

/// The path ("metadata.sizes[2]") of the first number in `value` for which `wanted` returns true;
/// nullopt if there is none. `path`: the path of `value` itself.
[[nodiscard]] std::optional<std::string> path_of_number(
    const boost::json::value& value, bool (*wanted)(const boost::json::value& number),
    std::string path = {});

}  // namespace parley
