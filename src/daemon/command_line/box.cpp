#include "daemon/command_line/box.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"

namespace parley::daemon {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kPlain = "\033[0m";

struct Characters {
  std::string_view horizontal, vertical, top_left, top_right, bottom_left, bottom_right;
};

constexpr Characters kAscii{"-", "|", "+", "+", "+", "+"};
constexpr Characters kUnicode{"─", "│", "╭", "╮", "╰", "╯"};

std::string repeat(std::string_view text, std::size_t times) {
  std::string repeated;
  for (std::size_t i = 0; i < times; ++i) repeated += text;
  return repeated;
}

std::size_t width_of(std::string_view text) {
  return is_utf8(text) ? count_characters(text) : text.size();
}

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Looks up the locale in the same order as setlocale().
bool has_unicode_locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = variable(name);
    if (value.empty()) continue;
    const auto encoding = to_lower_ascii(value);
    return encoding.find("utf-8") != encoding.npos || encoding.find("utf8") != encoding.npos;
  }
  return false;
}

class Box {
 public:
  Box(std::size_t width, BoxStyle style)
      : width_(width), style_(style), characters_(style.unicode ? kUnicode : kAscii) {}

  std::string top() const { return edge(characters_.top_left, characters_.top_right); }
  std::string bottom() const { return edge(characters_.bottom_left, characters_.bottom_right); }

  /// `text` may contain colour codes, so `text_width` gives its visible width.
  std::string row(const std::string& text, std::size_t text_width) const {
    const auto side = std::string(characters_.vertical);
    return side + "  " + text + std::string(width_ - text_width, ' ') + "  " + side + "\n";
  }

  std::string coloured(std::string_view colour, std::string_view text) const {
    if (!style_.colour || text.empty()) return std::string(text);
    return std::string(colour).append(text).append(kPlain);
  }

 private:
  std::string edge(std::string_view left, std::string_view right) const {
    return std::string(left).append(repeat(characters_.horizontal, width_ + 4)).append(right) +
           "\n";
  }

  std::size_t width_;
  BoxStyle style_;
  const Characters& characters_;
};

}  // namespace

BoxStyle box_style_of_standard_output() {
  if (::isatty(STDOUT_FILENO) == 0) return {};
  return {.unicode = has_unicode_locale(),
          .colour = variable("NO_COLOR").empty() && variable("TERM") != "dumb"};
}

std::string render_box(std::string_view title, const std::vector<BoxLine>& lines, BoxStyle style) {
  std::size_t label_width = 0;
  for (const auto& line : lines) label_width = std::max(label_width, width_of(line.label));
  const auto indent_of = [&](const BoxLine& line) {
    return line.label.empty() ? 0 : label_width + 2;
  };
  auto width = width_of(title);
  for (const auto& line : lines) width = std::max(width, indent_of(line) + width_of(line.value));

  const Box box(width, style);
  std::string text = box.top() + box.row(box.coloured(kBold, title), width_of(title));
  for (const auto& line : lines) {
    const auto padding = std::string(indent_of(line) - width_of(line.label), ' ');
    text += box.row(box.coloured(kDim, line.label) + padding + line.value,
                    indent_of(line) + width_of(line.value));
  }
  return text + box.bottom();
}

}  // namespace parley::daemon
