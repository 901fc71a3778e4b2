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

bool is_direction_mark(utf8proc_int32_t code) {
  constexpr utf8proc_int32_t kArabicLetterMark = 0x061C;
  constexpr utf8proc_int32_t kLeftToRightMark = 0x200E;
  constexpr utf8proc_int32_t kRightToLeftMark = 0x200F;
  return code == kArabicLetterMark || code == kLeftToRightMark || code == kRightToLeftMark;
}

/// Invisible copies of ASCII characters. They name the region of a flag, and can hide text
/// elsewhere.
bool is_tag(utf8proc_int32_t code) { return code >= 0xE0000 && code <= 0xE007F; }

/// Whether the next letter may be drawn below the one before (combining class 9).
bool is_virama(const utf8proc_property_t& property) { return property.combining_class == 9; }

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
    start_character(c);
    traits_.has_visible |= c != ' ';
  }

  void add(utf8proc_int32_t code) {
    const auto* property = utf8proc_get_property(code);
    const auto category = static_cast<utf8proc_category_t>(property->category);
    note_controls(code, category);
    const bool is_invisible = is_ignorable(code, *property);
    if (is_mark(category) || is_invisible) {
      if (++stacked_ > kMaxStackedMarks) traits_.has_tall_stacks = true;
    } else {
      start_character(code);
      traits_.has_visible |= is_visible(code, category);
    }
    if (!is_invisible) is_after_virama_ = is_virama(*property);
  }

  [[nodiscard]] TextTraits traits() const { return traits_; }

 private:
  void start_character(utf8proc_int32_t code) {
    if (!is_after_virama_) stacked_ = 0;
    is_after_virama_ = false;
    base_ = code;
  }

  void note_controls(utf8proc_int32_t code, utf8proc_category_t category) {
    constexpr utf8proc_int32_t kBlackFlag = 0x1F3F4;
    traits_.has_bidi_controls |= is_bidi_control(code);
    traits_.has_direction_marks |= is_direction_mark(code);
    traits_.has_stray_tags |= is_tag(code) && base_ != kBlackFlag;
    if (is_line_break(code)) {
      traits_.has_line_breaks = true;
    } else if (category == UTF8PROC_CATEGORY_CC) {
      traits_.has_controls = true;
    }
  }

  TextTraits traits_;
  utf8proc_int32_t base_ = 0;  ///< The last character that is neither a mark nor ignorable.
  std::size_t stacked_ = 0;    ///< Marks and ignorable characters on it.
  bool is_after_virama_ = false;
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
