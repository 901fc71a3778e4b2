// Reads JSON from clients and JSON from the store: one reader for both.
#pragma once

#include <cstddef>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>

#include "base/result.hpp"

namespace parley {

/// The deepest nesting accepted.
inline constexpr std::size_t kMaxJsonDepth = 32;

/// Reads a text that is one JSON object in UTF-8. Whatever it accepts can be serialised, and
/// reading that text again gives an equal object. So a caller that stores or returns the object
/// needs no second check: rendering it cannot fail.
///
/// `storage`: where the object allocates its memory.
///
/// Error: ERR_BAD_REQUEST if
/// - the text is not one object, repeats a key in an object (readers disagree on which one counts),
///   or is nested deeper than kMaxJsonDepth;
/// - a number is outside the range of a double: 1e400, and also 0e370, which some readers turn into
///   NaN;
/// - an integer, written without fraction and exponent, does not fit 64 bits.
///
/// For numbers, `details` contains the path of the number ("metadata.sizes[2]"). For text that is
/// not JSON, the developer message names the line and the column.
[[nodiscard]] Result<boost::json::object> read_json_object(std::string_view text,
                                                           boost::json::storage_ptr storage = {});

/// As read_json_object(), but accepts numbers that do not fit, as NaN or infinity. For a text with
/// several objects of which each is refused on its own: the caller passes each to check_numbers()
/// before it uses it.
[[nodiscard]] Result<boost::json::object> read_json_batch(std::string_view text);

/// Error: that of read_json_object() for a number that did not fit.
[[nodiscard]] Status check_numbers(const boost::json::value& value);

}  // namespace parley
