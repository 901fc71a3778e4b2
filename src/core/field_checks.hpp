// Checks of field values that collect every reason, so that one answer names all mistakes.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace parley::core {

/// How many characters (code points) a text may have.
struct Length {
  std::size_t least;
  std::size_t most;
};

/// Field names are those of the API, as the caller wrote them.
class FieldChecks {
 public:
  void fail(std::string_view field, std::string_view reason);

  /// A text of one line: well-formed, without control characters.
  void line(std::string_view field, std::string_view value, Length length);

  /// A text that may have line breaks, but no U+0000.
  void text(std::string_view field, std::string_view value, Length length);

  /// An http or https URL with a host, or empty.
  void url(std::string_view field, std::string_view value, std::size_t most);

  /// JSON as text, at most `most` bytes.
  void json(std::string_view field, std::string_view value, std::size_t most);

  /// ERR_BAD_REQUEST with all that was found, if anything was.
  [[nodiscard]] Status status() &&;

 private:
  void length(std::string_view field, std::string_view value, Length length);

  ErrorDetails details_;
};

}  // namespace parley::core
