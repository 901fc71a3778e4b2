#include "core/readable_text.hpp"

#include <utf8proc.h>

namespace parley::core {
namespace {

/// Characters of letters or symbols that have no shape of their own: blanks of Braille, musical
/// notation and Egyptian hieroglyphs, and the stand-in for an object such as a picture.
bool has_no_shape(utf8proc_int32_t code) {
  return code == 0x2800 || code == 0x1D159 || code == 0x13441 || code == 0x13442 || code == 0xFFFC;
}

/// Blocks of emoji. Their unassigned code points may be emoji newer than utf8proc.
bool is_in_emoji_block(utf8proc_int32_t code) { return code >= 0x1F000 && code <= 0x1FAFF; }

/// Default_Ignorable_Code_Point, including reserved code points, which utf8proc does not know.
bool is_ignorable(utf8proc_int32_t code, const utf8proc_property_t& property) {
  return property.ignorable || code == 0x2065 || (code >= 0xFFF0 && code <= 0xFFF8) ||
         (code >= 0xE0000 && code <= 0xE0FFF);
}

bool is_line_break(utf8proc_int32_t code) {
  constexpr utf8proc_int32_t kLineSeparator = 0x2028;
  constexpr utf8proc_int32_t kParagraphSeparator = 0x2029;
  return code == '\t' || code == '\n' || code == '\r' || code == kLineSeparator ||
         code == kParagraphSeparator;
}

bool is_bidi_control(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_mark(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

/// Whether a reader sees something. `code` is neither ignorable nor a mark.
bool is_visible(utf8proc_int32_t code, utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CO:  // Only some fonts have something there.
      return false;
    case UTF8PROC_CATEGORY_CN: return is_in_emoji_block(code);
    default: return !has_no_shape(code);
  }
}

class Reading {
 public:
  /// A character from ' ' to '~'. Most text consists of these.
  void add_ascii(char c) {
    marks_ = 0;
    traits_.has_visible |= c != ' ';
  }

  void add(utf8proc_int32_t code) {
    const auto* property = utf8proc_get_property(code);
    const auto category = static_cast<utf8proc_category_t>(property->category);
    traits_.has_bidi_controls |= is_bidi_control(code);
    if (is_line_break(code)) {
      traits_.has_line_breaks = true;
    } else if (category == UTF8PROC_CATEGORY_CC) {
      traits_.has_controls = true;
    }
    if (is_mark(category)) {
      if (++marks_ > kMaxStackedMarks) traits_.has_tall_stacks = true;
    } else if (!is_ignorable(code, *property)) {  // Joiners do not end a stack.
      marks_ = 0;
      traits_.has_visible |= is_visible(code, category);
    }
  }

  [[nodiscard]] TextTraits traits() const { return traits_; }

 private:
  TextTraits traits_;
  std::size_t marks_ = 0;
};

}  // namespace

TextTraits traits_of(std::string_view text) {
  Reading reading;
  while (!text.empty()) {
    if (const char c = text.front(); c >= ' ' && c <= '~') {
      reading.add_ascii(c);
      text.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) break;
    reading.add(code);
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return reading.traits();
}

}  // namespace parley::core
