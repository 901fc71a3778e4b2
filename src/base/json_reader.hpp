// Reads JSON that clients send, and JSON that the store holds: one reader for both.
#pragma once

#include <cstddef>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>

#include "base/result.hpp"

namespace parley {

/// Deeper texts are refused.
inline constexpr std::size_t kMaxJsonDepth = 32;

/// Reads a text that is one JSON object in UTF-8. Whatever it accepts can be serialised, and
/// reading that text again gives an equal object. So a caller that stores, or answers with, what
/// was read here needs no second check: rendering it cannot fail.
///
/// `storage`: where the object takes its memory from.
/// ERR_BAD_REQUEST, with the path of the number ("metadata.sizes[2]") in its details, when a number
/// is out of the range of a double: 1e400, and also 0e370, of which some readers make NaN. Also for
/// a whole number, written without fraction and exponent, that does not fit 64 bits.
/// ERR_BAD_REQUEST when the text is not one object, repeats a key in an object (readers disagree on
/// which one counts), or is nested deeper than kMaxJsonDepth.
[[nodiscard]] Result<boost::json::object> read_json_object(std::string_view text,
                                                           boost::json::storage_ptr storage = {});

}  // namespace parley
