#include "storage/name_search.hpp"

#include <gmock/gmock.h>

namespace parley::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldCase, lowers_letters_of_every_script) {
  EXPECT_EQ(fold_case("Ann SMITH-Jones"), "ann smith-jones");
  EXPECT_EQ(fold_case("ЖУКОВ"), "жуков");
  EXPECT_EQ(fold_case("ΣΊΣΥΦΟΣ"), fold_case("σίσυφος"));
  EXPECT_EQ(fold_case("𐐀"), "𐐨");
}

TEST(FoldCase, knows_that_some_letters_fold_to_several) {
  EXPECT_EQ(fold_case("Straße"), "strasse");
  EXPECT_EQ(fold_case("STRASSE"), "strasse");
  EXPECT_EQ(fold_case("ŒUVRE"), fold_case("œuvre"));
  EXPECT_EQ(fold_case("ﬁne"), "fine");
}

TEST(FoldCase, overlooks_accents_and_how_they_are_spelled) {
  EXPECT_EQ(fold_case("ÉMILE ÅNGSTRÖM"), "emile angstrom");
  EXPECT_EQ(fold_case("Jo\u0308rg"), "jorg");  // The same as ö, as two characters.
  EXPECT_EQ(fold_case("ISTANBUL"), "istanbul");
  EXPECT_EQ(fold_case("İstanbul"), "istanbul");
  EXPECT_EQ(fold_case("ЁЛКИН"), "елкин");
  EXPECT_EQ(fold_case("ΩΜΈΓΑ"), "ωμεγα");
}

TEST(FoldCase, keeps_the_marks_that_make_another_word) {
  EXPECT_EQ(fold_case("किताब"), "किताब");
  EXPECT_NE(fold_case("が"), fold_case("か"));
  EXPECT_EQ(fold_case("ｱﾝ"), fold_case("アン"));
}

TEST(FoldCase, changes_nothing_the_second_time) {
  for (const char* text : {"Straße", "İstanbul", "Jo\u0308rg", "ﬁne", "ｱﾝ", "किताब", "ϓ", "ᾳ"}) {
    EXPECT_EQ(fold_case(fold_case(text)), fold_case(text)) << text;
  }
}

TEST(FoldCase, leaves_the_rest_alone) {
  EXPECT_EQ(fold_case(""), "");
  EXPECT_EQ(fold_case("李小龍 😀 100% _*"), "李小龍 😀 100% _*");
}

TEST(FoldCase, leaves_broken_utf8_alone) {
  for (const std::string broken :
       {"\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\x80", "\xc0\xaf", "x\xc3(y", "\xf8\x88"}) {
    EXPECT_EQ(fold_case(broken), broken);
    EXPECT_EQ(fold_case("ÄA" + broken + "B"), "Äa" + broken + "b");
  }
}

TEST(SearchWords, run_from_each_word_to_the_end) {
  EXPECT_THAT(search_words("ann smith-jones"),
              ElementsAre("ann smith-jones", "jones", "smith-jones"));
  EXPECT_THAT(search_words("o'neil"), ElementsAre("neil", "o'neil"));
  EXPECT_THAT(search_words("  émile  "), ElementsAre("émile  "));
  EXPECT_THAT(search_words("किताब घर"), ElementsAre("किताब घर", "घर"));
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
