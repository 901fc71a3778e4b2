#include "storage/name_search.hpp"

#include <gmock/gmock.h>

namespace parley::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldCase, lowers_letters_of_every_script) {
  EXPECT_EQ(fold_case("Ann SMITH-Jones"), "ann smith-jones");
  EXPECT_EQ(fold_case("ÉMILE ÅNGSTRÖM"), "émile ångström");
  EXPECT_EQ(fold_case("ЁЛКИН"), "ёлкин");
  EXPECT_EQ(fold_case("ΩΜΈΓΑ"), "ωμέγα");
  EXPECT_EQ(fold_case("𐐀"), "𐐨");
}

TEST(FoldCase, leaves_the_rest_alone) {
  EXPECT_EQ(fold_case(""), "");
  EXPECT_EQ(fold_case("李小龍 😀 100% _*"), "李小龍 😀 100% _*");
}

TEST(FoldCase, leaves_broken_utf8_alone) {
  for (const std::string broken :
       {"\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\x80", "\xc0\xaf", "x\xc3(y", "\xf8\x88"}) {
    EXPECT_EQ(fold_case(broken), broken);
    EXPECT_EQ(fold_case("A" + broken + "B"), "a" + broken + "b");
  }
}

TEST(SearchWords, run_from_each_word_to_the_end) {
  EXPECT_THAT(search_words("ann smith-jones"),
              ElementsAre("ann smith-jones", "jones", "smith-jones"));
  EXPECT_THAT(search_words("o'neil"), ElementsAre("neil", "o'neil"));
  EXPECT_THAT(search_words("  émile  "), ElementsAre("émile  "));
  EXPECT_THAT(search_words("(ann)"), ElementsAre("(ann)", "ann)"));
}

TEST(SearchWords, hold_names_without_letters) {
  EXPECT_THAT(search_words("😀"), ElementsAre("😀"));
  EXPECT_THAT(search_words("a a"), ElementsAre("a", "a a"));
  EXPECT_THAT(search_words(""), IsEmpty());
  EXPECT_THAT(search_words("   "), IsEmpty());
}

TEST(MatchesWord, says_the_same_as_the_search_words) {
  for (const char* name : {"ann smith-jones", "o'neil", "😀 grin", "李小龍", "100% zoe_x", "a a"}) {
    for (const char* key : {"a", "ann s", "jones", "nes", "o'", "neil", "😀", "grin", "李", "小",
                            "100%", "%", "_", "zoe_", "x", "a a"}) {
      const auto words = search_words(name);
      const bool expected = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return word.starts_with(key);
      });
      EXPECT_EQ(matches_word(name, key), expected) << name << " / " << key;
    }
  }
}

}  // namespace
}  // namespace parley::storage
