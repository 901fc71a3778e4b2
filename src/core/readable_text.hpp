// Properties that decide whether a text is fit to be shown to people.
#pragma once

#include <cstddef>
#include <string_view>

namespace parley::core {

/// The maximum number of combining marks on one character. Written languages need fewer than 10;
/// more would cover the lines above and below.
inline constexpr std::size_t kMaxStackedMarks = 10;

struct TextTraits {
  /// A character with a shape that readers know. Blanks, ignorable characters, marks, private-use
  /// characters, noncharacters and U+FFFC have none, nor do unassigned code points outside the
  /// emoji blocks. U+FFFD has one.
  bool has_visible = false;
  /// Tab, line feed, carriage return, or a line or paragraph separator (U+2028, U+2029).
  bool has_line_breaks = false;
  bool has_controls = false;  ///< Any other control character (category Cc).
  bool has_bidi_controls =
      false;                     ///< Overrides, embeddings and isolates; not the marks LRM and RLM.
  bool has_tall_stacks = false;  ///< More than kMaxStackedMarks in a row.
};

/// `text`: well-formed UTF-8.
[[nodiscard]] TextTraits traits_of(std::string_view text);

}  // namespace parley::core
