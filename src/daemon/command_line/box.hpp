// A text box for the terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::daemon {

struct BoxStyle {
  bool unicode = false;  ///< Box-drawing characters instead of + - |.
  bool colour = false;
};

/// The style that standard output supports: plain text if it is not a terminal; no colour if
/// NO_COLOR is set (no-color.org) or TERM is "dumb".
[[nodiscard]] BoxStyle box_style_of_standard_output();

/// A label with its value, or a text without a label, or an empty line if both are empty.
struct BoxLine {
  std::string_view label;
  std::string value;
};

/// Renders `title` and the lines, with the values in one column. The box is as wide as its widest
/// line. Ends with a line break.
[[nodiscard]] std::string render_box(std::string_view title, const std::vector<BoxLine>& lines,
                                     BoxStyle style);

}  // namespace parley::daemon
