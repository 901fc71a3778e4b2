#include "base/text.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(TextTest, TellsUtf8FromWhatIsNone) {
  for (const auto* good : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                           "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
  }
  for (const auto* bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE2\x82", "\xE2\x82z"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
}

TEST(TextTest, CutsBetweenCharacters) {
  EXPECT_EQ(utf8_start("12345678\u00e9b", 9), "12345678");
  EXPECT_EQ(utf8_start("1234567890", 9), "123456789");
  EXPECT_EQ(utf8_start("12345678\xff", 9), "12345678");
  EXPECT_EQ(utf8_start("a\u00e9b", 9), "a\u00e9b");
  EXPECT_EQ(utf8_start("a\u00e9b", 2), "a");
  EXPECT_EQ(utf8_start("a\xe9 b", 9), "a");
  EXPECT_EQ(utf8_start("", 0), "");
}

TEST(TextTest, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(replace_invalid_utf8("a\u00e9"), "a\u00e9");
  EXPECT_EQ(replace_invalid_utf8("\xe4\xb8 a\xff"), "\uFFFD\uFFFD a\uFFFD");
  EXPECT_EQ(replace_invalid_utf8(""), "");
}

TEST(TextTest, CountsCodePoints) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 4U);
}

TEST(TextTest, FindsControlCharacters) {
  EXPECT_TRUE(has_control_characters("a\nb"));
  EXPECT_TRUE(has_control_characters(std::string_view("\0", 1)));
  EXPECT_TRUE(has_control_characters("\x7F"));
  EXPECT_FALSE(has_control_characters("a \xC2\x85 b"));
}

TEST(TextTest, KnowsTheCharactersOfAToken) {
  for (const char c : std::string_view("azAZ09!#$%&'*+-.^_`|~")) EXPECT_TRUE(is_token_character(c));
  for (const char c : std::string_view("\0 \t\r\n\"(),/:;<=>?@[\\]{}\x7F\x80", 24)) {
    EXPECT_FALSE(is_token_character(c)) << c;
  }
}

TEST(TextTest, LowersAsciiLettersOnly) {
  EXPECT_EQ(to_lower_ascii("AbZ-\xC3\x89_09"), "abz-\xC3\x89_09");
}

TEST(Text, TakesItemsOffAList) {
  std::string_view list = " a ,b,, \tc";
  EXPECT_EQ(take_item(list), "a");
  EXPECT_EQ(take_item(list), "b");
  EXPECT_EQ(take_item(list), "");
  EXPECT_EQ(take_item(list), "c");
  EXPECT_TRUE(list.empty());
}

}  // namespace
}  // namespace parley
