// Properties that decide whether a text is fit to be shown to people.
#pragma once

#include <cstddef>
#include <string_view>

namespace parley::core {

/// The maximum number of combining marks and ignorable characters on one character. Written
/// languages and emoji need fewer; more would cover the lines above and below, or hide text.
inline constexpr std::size_t kMaxStackedMarks = 10;

struct TextTraits {
  /// A character with a shape that readers know. Blanks, ignorable characters, marks, private-use
  /// characters, noncharacters and U+FFFC have none, nor do unassigned code points outside the
  /// emoji blocks. U+FFFD has one.
  bool has_visible = false;
  /// Tab, line feed, carriage return, or a line or paragraph separator (U+2028, U+2029).
  bool has_line_breaks = false;
  bool has_controls = false;         ///< Any other control character (category Cc).
  bool has_bidi_controls = false;    ///< Direction overrides, embeddings and isolates.
  bool has_direction_marks = false;  ///< LRM, RLM or ALM.
  bool has_stray_tags = false;       ///< Tag characters (U+E0000-E007F) outside an emoji flag.
  /// More than kMaxStackedMarks in a row. Letters joined by a virama count as one character.
  bool has_tall_stacks = false;
};

/// `text`: well-formed UTF-8.
[[nodiscard]] TextTraits traits_of(std::string_view text);

}  // namespace parley::core
