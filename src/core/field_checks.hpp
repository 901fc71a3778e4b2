// Checks field values and collects all reasons, so that one answer lists every mistake.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"

namespace parley::core {

struct TextTraits;

/// How many characters (code points) a text must have at least and may have at most.
struct Length {
  std::size_t least;
  std::size_t most;
};

/// Use the field names of the API.
class FieldChecks {
 public:
  void fail(std::string_view field, std::string_view reason);

  /// A text of one line that people read: well-formed UTF-8 without control characters, line and
  /// paragraph separators, direction overrides and isolates, and stacks of combining marks. If
  /// `length.least` is not 0, it must contain a visible character.
  void line(std::string_view field, std::string_view value, Length length);

  /// The same, but tabs and line breaks are allowed, and no visible character is required.
  void text(std::string_view field, std::string_view value, Length length);

  /// A URL that parse_web_url() accepts, with at most `most` characters; or empty.
  void url(std::string_view field, std::string_view value, std::size_t most);

  /// A JSON object as text, or empty: at most `most` bytes, without whole numbers that JavaScript
  /// rounds.
  void json(std::string_view field, std::string_view value, std::size_t most);

  /// A lifetime or timeout: 0 (none) to ten years.
  void lifetime(std::string_view field, std::chrono::seconds value);

  /// ERR_BAD_REQUEST with all reasons; success if there are none.
  [[nodiscard]] Status status() &&;

 private:
  /// False when the text is not UTF-8.
  bool length(std::string_view field, std::string_view value, Length length);
  void harmless(std::string_view field, const TextTraits& traits);

  ErrorDetails details_;
};

/// `validity`, the result of validating a changed object, reduced to the fields that changed: an
/// old value that would be refused today must not prevent changes of other fields. `changes`: from
/// changed_fields().
[[nodiscard]] Status of_changed_fields(const Status& validity, const boost::json::object& changes);

}  // namespace parley::core
