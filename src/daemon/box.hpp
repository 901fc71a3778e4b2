// A box on the terminal that a person reads at a glance.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::daemon {

struct BoxStyle {
  bool unicode = false;  ///< Lines, instead of + - |.
  bool colour = false;
};

/// What standard output can show: plain text when it is not a terminal; no colour when NO_COLOR is
/// set (no-color.org) or the terminal is a dumb one.
[[nodiscard]] BoxStyle box_style_of_standard_output();

/// A label and its value, or a text of its own (empty label), or an empty line (both empty).
struct BoxLine {
  std::string_view label;
  std::string value;
};

/// `title` and the lines, values in a column, as wide as the widest line. Ends with a line break.
[[nodiscard]] std::string render_box(std::string_view title, const std::vector<BoxLine>& lines,
                                     BoxStyle style);

}  // namespace parley::daemon
