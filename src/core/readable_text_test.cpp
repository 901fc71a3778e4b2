#include "core/readable_text.hpp"

#include <string>

#include <gtest/gtest.h>

#include "core/field_checks.hpp"

namespace parley::core {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

bool is_name(const std::string& text) {
  FieldChecks checks;
  checks.line("name", text, {1, 100});
  return std::move(checks).status().has_value();
}

TEST(ReadableText, NamesOfPeopleInManyScriptsAreNames) {
  for (const auto* name : {"Ann Lee",
                           "O\u2019Connor",
                           "王小明",
                           "김민수",
                           "さくら",
                           "ﾔﾏﾀﾞ",
                           "أحمد",
                           "שָׁלוֹם",
                           "नेहा शर्मा",
                           "ประยุทธ์ จันทร์โอชา",
                           "རྒྱ་མཚོ",
                           "Nguyễn Thị Hằng",
                           "ꦗꦮ",
                           "Ἀλέξανδρος",
                           "😀",
                           "👩\u200D💻",
                           "می\u200Cخواهم",
                           "ක්\u200Dෂ",
                           "אבי (Avi)",
                           "ஸ்ரீ",
                           "र्त्स्न्य",
                           "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
                           "👩🏽\u200D❤\uFE0F\u200D💋\u200D👨🏻",
                           "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
                           "a\u00ADb",
                           "-",
                           "100%",
                           "\uFFFD",
                           "a\uF8FF",
                           "a\uFFFC",
                           "a\u0378",
                           "a\uFFFE",
                           "\U0001FAFF",  // Unassigned in Unicode 15; likely an emoji later.
                           "👩\u200D\U0001FAFE",
                           "🇵🇱",
                           "❤\uFE0F",
                           "e\u0301\u0323"})
    EXPECT_TRUE(is_name(name)) << name;
}

TEST(ReadableText, ANameHasSomethingToSee) {
  for (const auto* name : {" ",          "   ",        "\u00A0",         "\u200B",
                           "\u3164",     "\uFFA0",     "\u115F",         "\u00AD",
                           "\u2060",     "\uFEFF",     "\u2800",         "\u200D",
                           "\u200E",     "\u180E",     "\uFE0F",         "\u034F",
                           "\u0301",     "\U000E0041", " \u200B\u3164 ", "\u3000",
                           "\u2028",     "\u2065",     "\uFFF0",         "\U000E0FFF",
                           "\uFFFC",     "\U0001D159", "\U0001D173",     "\U00013441",
                           "\U00013442", "\uFFF9",     "\uE000",         "\uF8FF",
                           "\U000F0000", "\U0010FFFD", "\u0378",         "\U0003FFFF",
                           "\uFDD0",     "\uFDEF",     "\uFFFE",         "\uFFFF",
                           "\U0001FFFE", "\U0001FFFF", "\U0010FFFF",     "\uFFFC \uFFFE\uE000"})
    EXPECT_FALSE(is_name(name)) << name;
}

TEST(ReadableText, ALineHasNoControlCharacters) {
  for (const auto* name : {"a\nb", "a\tb", "a\rb", "a\x7F", "a\u0085b", "a\u0080", "a\u009F",
                           "a\u2028b", "a\u2029b", "a\u2028"})
    EXPECT_FALSE(is_name(name)) << name;
  EXPECT_FALSE(is_name(std::string("a\0b", 3)));
}

TEST(ReadableText, ANameDoesNotChangeTheDirectionOfWhatFollows) {
  for (const auto* name : {"a\u202Ab", "a\u202B", "a\u202C", "a\u202D", "a\u202Egnp.exe", "a\u2066",
                           "a\u2067", "a\u2068", "a\u2069", "a\u061C", "\u200Ea", "a\u200Fb"})
    EXPECT_FALSE(is_name(name)) << name;
}

TEST(ReadableText, ANameHidesNoText) {
  EXPECT_FALSE(is_name("a\U000E0041"));
  EXPECT_FALSE(is_name("🏴b\U000E0041"));
  EXPECT_FALSE(is_name("a" + repeated("\u200B", 11)));
  EXPECT_FALSE(is_name("a" + repeated("\u200C\u200D", 6)));
  EXPECT_FALSE(is_name("🏴" + repeated("\U000E0041", 11)));
  EXPECT_TRUE(is_name(repeated("a\u200B", 50)));
}

TEST(ReadableText, MarksDoNotPileUp) {
  EXPECT_TRUE(is_name("a" + repeated("\u0301", kMaxStackedMarks)));
  EXPECT_FALSE(is_name("a" + repeated("\u0301", kMaxStackedMarks + 1)));
  EXPECT_FALSE(is_name("a" + repeated("\u0301\u200D", kMaxStackedMarks + 1)));
  EXPECT_FALSE(is_name("a" + repeated("\u0489", 90)));
  EXPECT_TRUE(is_name(repeated("a\u0301\u0302\u0303", 25)));
  EXPECT_FALSE(is_name(repeated("क\u094D", 30)));
  EXPECT_FALSE(is_name(repeated("क\u094D\u200D", 30)));
  EXPECT_TRUE(is_name(repeated("क\u094Dक ", 25)));
}

TEST(ReadableText, ALongerTextMayHaveLineBreaks) {
  const auto is_text = [](const std::string& text) {
    FieldChecks checks;
    checks.text("statusMessage", text, {0, 255});
    return std::move(checks).status().has_value();
  };
  EXPECT_TRUE(is_text("one\r\ntwo\tthree"));
  EXPECT_TRUE(is_text("one\u2028two\u2029three"));
  EXPECT_TRUE(is_text(""));
  EXPECT_FALSE(is_text("a\u0085b"));
  EXPECT_FALSE(is_text("a\u001Bb"));
  EXPECT_FALSE(is_text("a\u202Eb"));
  EXPECT_TRUE(is_text("\u200Fאבי\u200E (Avi)"));
  EXPECT_FALSE(is_text("a" + repeated("\u0301", 90)));
}

}  // namespace
}  // namespace parley::core
