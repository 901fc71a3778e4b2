// Numbers in JSON: where they are, and which of them other readers change.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

namespace parley {

/// What an answer says of a number that not_kept_by_javascript() holds for.
inline constexpr std::string_view kNotKeptByJavascript =
    "is beyond 9007199254740991 (2^53-1), where JavaScript rounds whole numbers; send it as a "
    "string";

/// Whether a reader in JavaScript gets another number, or writes the number as whole digits that
/// would be refused here: it is greater than 2^53-1 in size. From 1e21 on JavaScript writes
/// exponents; such numbers, which nobody takes for identifiers, are kept. False for what is not a
/// number.
[[nodiscard]] bool not_kept_by_javascript(const boost::json::value& value);

/// The path ("metadata.sizes[2]") of the first number in `value` for which `wanted` holds;
/// nullopt when there is none. `path`: that of `value` itself.
[[nodiscard]] std::optional<std::string> path_of_number(
    const boost::json::value& value, bool (*wanted)(const boost::json::value& number),
    std::string path = {});

}  // namespace parley
