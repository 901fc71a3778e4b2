// Checks of field values that collect every reason, so that one answer names all mistakes.
#pragma once

#include <cstddef>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"

namespace parley::core {

struct TextTraits;

/// How many characters (code points) a text may have.
struct Length {
  std::size_t least;
  std::size_t most;
};

/// Field names are those of the API, as the caller wrote them.
class FieldChecks {
 public:
  void fail(std::string_view field, std::string_view reason);

  /// A text of one line that people read: well-formed, without control characters, direction
  /// overrides and piles of marks, and with something to see if it must not be empty.
  void line(std::string_view field, std::string_view value, Length length);

  /// The same, but it may have tabs and line breaks, and nothing to see.
  void text(std::string_view field, std::string_view value, Length length);

  /// A URL that parse_web_url() accepts, or empty.
  void url(std::string_view field, std::string_view value, std::size_t most);

  /// A JSON object as text, or empty: at most `most` bytes, without whole numbers that JavaScript
  /// rounds.
  void json(std::string_view field, std::string_view value, std::size_t most);

  /// ERR_BAD_REQUEST with all that was found, if anything was.
  [[nodiscard]] Status status() &&;

 private:
  /// False when the text is not UTF-8.
  bool length(std::string_view field, std::string_view value, Length length);
  void harmless(std::string_view field, const TextTraits& traits);

  ErrorDetails details_;
};

/// `validity` of an object after a change, without what it says of fields that stayed as they were:
/// what was accepted earlier must not keep the other fields from being changed. `changes`: of
/// changed_fields().
[[nodiscard]] Status of_changed_fields(const Status& validity, const boost::json::object& changes);

}  // namespace parley::core
