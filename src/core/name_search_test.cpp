#include "core/name_search.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldName, LowersLettersOfEveryScript) {
  EXPECT_EQ(fold_name("Ann SMITH-Jones"), "ann smith-jones");
  EXPECT_EQ(fold_name("ЖУКОВ"), "жуков");
  EXPECT_EQ(fold_name("ΣΊΣΥΦΟΣ"), fold_name("σίσυφος"));
  EXPECT_EQ(fold_name("𐐀"), "𐐨");
}

TEST(FoldName, KnowsThatSomeLettersFoldToSeveral) {
  EXPECT_EQ(fold_name("Straße"), "strasse");
  EXPECT_EQ(fold_name("STRASSE"), "strasse");
  EXPECT_EQ(fold_name("ŒUVRE"), fold_name("œuvre"));
  EXPECT_EQ(fold_name("ﬁne"), "fine");
}

TEST(FoldName, OverlooksAccentsAndHowTheyAreSpelled) {
  EXPECT_EQ(fold_name("ÉMILE ÅNGSTRÖM"), "emile angstrom");
  EXPECT_EQ(fold_name("Jo\u0308rg"), "jorg");  // The same as ö, as two characters.
  EXPECT_EQ(fold_name("ISTANBUL"), "istanbul");
  EXPECT_EQ(fold_name("İstanbul"), "istanbul");
  EXPECT_EQ(fold_name("ЁЛКИН"), "елкин");
  EXPECT_EQ(fold_name("ΩΜΈΓΑ"), "ωμεγα");
}

// Each row: a name, and search keys that find it.
TEST(FoldName, FindsNamesOfEveryScriptAsPeopleTypeThem) {
  const std::pair<const char*, std::vector<const char*>> kNames[] = {
      {"Łukasz Żółć", {"lukasz", "ŁUKASZ", "zolc", "Łuk"}},
      {"Søren Ærøskøbing", {"soren", "søren", "aeroskobing", "ærø"}},
      {"Đặng Thị Hằng", {"dang", "đặng", "hang", "THI"}},
      {"Işık Yılmaz", {"isik", "ışık", "IŞIK", "yilmaz", "YILMAZ", "işik"}},
      {"İsmail", {"ismail", "ISMAIL", "İsmail", "ısmail"}},
      {"O\u2019Connor",
       {"o'connor", "O`Connor", "o\u02BCconnor", "o\u00B4connor", "connor", "oʻc", "oconnor",
        "OC"}},
      {"Hawaiʻi Kū", {"hawaii", "hawai'i", "hawaiʻi", "HAWAIʻ", "ku", "ku hawaii"}},
      {"Kaʻaʻawa", {"kaaawa", "ka'a'awa", "ka'aawa", "awa"}},
      // Double quotation marks, also the one that is typed in Hebrew abbreviations.
      {"כ\u05F4ץ צה\u05F4ל", {"כ\"ץ", "כ\u05F4ץ", "כץ", "צהל", "צה\u201Dל"}},
      {"כ\"ץ", {"כ\u05F4ץ", "כץ"}},
      {"\u201CAce\u201D Ventura", {"ace", "\"ace\"", "\u00ABace\u00BB", "\uFF02ace"}},
      // Words of a key with commas between them.
      {"Ann Lee", {"Lee, Ann", "lee,ann", "lee;", "Lee، Ann", "lee、ann", "lee，ann"}},
      {"Lee, Ann", {"Lee, Ann", "ann,lee", "lee,"}},
      {",", {","}},
      // Digits of several scripts.
      {"احمد ٤٢", {"42", "۴۲", "٤٢", "４２"}},
      {"Room 42 ๗", {"٤٢", "४२", "room ๔", "7", "৭"}},
      {"Oconnor", {"o'connor", "O\u2019Connor", "oconnor"}},
      {"Smith-D'Arcy (Rock 'n' Roll)", {"darcy", "d'arcy", "arcy", "smith-darcy", "'n", "n"}},
      {"Мар\u2019яна", {"маряна", "мар'яна", "яна"}},
      {"Ann Lee", {"lee ", " ann", "ann  lee", "lee\u00A0", "LEE ANN"}},
      {"Anna\u2010Lena Groß", {"anna-lena", "lena", "gross", "GROSS", "groß", "GROẞ"}},
      {"Œuvre Þór Ħal Ŋ Ðan", {"oeuvre", "thor", "hal", "n", "dan", "œuvre", "þó"}},
      {"Coŀlegi", {"collegi", "coŀl", "col·legi"}},
      {"Michel·Rocard", {"rocard", "michel·rocard", "michel·"}},
      {"Ann\u200BLee", {"lee", "ann lee"}},
      {"Əli Ŧ ĸ", {"eli", "əli", "t"}},
      {"ﬁne Ａｎｎ ①", {"fine", "ann", "ａｎｎ", "1"}},
      {"ΟΔΥΣΣΕΎΣ", {"οδυσσευς", "Οδυσσεύς", "οδυσσεύσ"}},
      {"Ёлкин Ґалаґан Йосип", {"елкин", "галаган", "иосип", "ЙОСИП"}},
      {"Қайрат Нұрлан Үмит Өмір Һади", {"кайрат", "нурлан", "умит", "омір", "хади", "қайрат"}},
      {"Ⱥɣɩʋa", {"agiva", "ⱥɣɩ"}},
      {"王小明", {"王", "小明", "明", "王小明"}},
      {"さくらヤマダ", {"くら", "ヤマ", "ﾔﾏﾀﾞ", "マダ"}},
      {"김민수", {"김", "민수", "수"}},
      {"أحمد محمّد", {"احمد", "أحمد", "محمد", "آحمد", "احـمد", "مُحَمَّد"}},
      {"فاطمة علی کریمی", {"فاطمه", "علي", "كريمي", "عل"}},
      {"שָׁלוֹם כֹּהֵן", {"שלום", "כהן", "שָׁלוֹם"}},
      {"می\u200Cخواهم", {"میخواهم", "مي"}},
      {"किताब", {"किताब", "कि"}},
      // Nuktas, as one character and as two, and the two spellings of a nasal vowel.
      {"क़मर ख़ान", {"कमर", "क\u093Cमर", "खान", "ख़ान", "ख\u093Cान"}},
      {"लड़का हँस", {"लडका", "लड़का", "हंस", "हँस"}},
      {"রাঢ়ী য়", {"রাঢী", "য"}},
      {"ਸ਼ਾਮ", {"ਸਾਮ", "ਸ਼ਾਮ"}},
      {"അനിൽ ജോൺ", {"അനില്\u200D", "അനിൽ", "ജോണ്"}},
      // Tone marks and signs over silent letters.
      {"น้อย จันทร์เพ็ญ", {"นอย", "น้อย", "จันทร", "จันทรเพญ", "จันทร์เพ็ญ"}},
      {"น้ำทิพย์", {"นำทิพย", "น้ำ", "น\u0E49\u0E4D\u0E32", "น\u0E4D\u0E49\u0E32"}},
      {"ນ້ອຍ ຄຳ", {"ນອຍ", "ນ້ອຍ", "ຄຳ"}},
      {"សំអ៊ាង", {"សំអាង", "សំអ៊ាង"}},
      {"မြင့်", {"မြင်", "မြင့်"}},
      // Yiddish digraphs, and the same letters typed one by one.
      {"װאָלף ױסף ײדל", {"וואלף", "װאלף", "ויסף", "יידל", "וו"}},
      {"\u05D5\u05D5\u05D0\u05DC\u05E3", {"\u05F0\u05D0\u05DC\u05E3"}},
      {"ײַטל", {"ייטל", "\uFB1Fטל"}},
      {"ܡܪܝܡ ܚܰܢܳܐ", {"ܚܢܐ", "ܡܪ"}},
      {"co\u00ADop \u200BZoe", {"coop", "zoe", "ZO\u0308E"}},
  };
  for (const auto& [name, keys] : kNames) {
    for (const auto* key : keys)
      EXPECT_TRUE(matches_key(fold_name(name), "", fold_key(key), {})) << name << " / " << key;
    const auto folded = fold_name(name);
    EXPECT_EQ(fold_name(folded.substr(0, folded.find('\n'))), folded) << name;
  }
}

TEST(FoldName, DoesNotFindOthers) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"王小明", "王明"},  {"Ann Lee", "nn"},   {"Groß", "gros s"},   {"किताब", "क ताब"},
      {"O'Connor", "ocn"}, {"Lukasz", "ukasz"}, {"が", "か\u3099か"}, {"col·legi", "colegi"},
      {"ชิน", "ชน"},        {"Ann Lee", ","},    {"٤٢", "24"},         {"นำ", "นา"},
      {"की", "क़ि"},        {"יוסף", "ױ\u05D5"}};
  for (const auto& [name, key] : kPairs)
    EXPECT_FALSE(matches_key(fold_name(name), "", fold_key(key), {})) << name << " / " << key;
}

TEST(FoldName, HasOneBlankBetweenWordsAndNoneAroundThem) {
  EXPECT_EQ(fold_name("  Ann \t\u3000 Lee\n"), "ann lee");
  EXPECT_EQ(fold_name("Ann\u00A0\u200BLee \u200B"), "ann lee");
  EXPECT_EQ(fold_name("   "), "");
  EXPECT_EQ(fold_name("\u200D\u00AD\u3164"), "");
}

TEST(FoldName, KeepsTheMarksThatMakeAnotherWord) {
  EXPECT_EQ(fold_name("किताब"), "किताब");
  EXPECT_NE(fold_name("が"), fold_name("か"));
  EXPECT_EQ(fold_name("ｱﾝ"), fold_name("アン"));
}

TEST(FoldName, AppendsWordsWithoutTheirQuotes) {
  EXPECT_EQ(fold_name("Liam O\u2019Connor"), "liam o'connor\noconnor");
  EXPECT_EQ(fold_name("O'Neil-D'Arcy L'Ange"), "o'neil-d'arcy l'ange\noneil-darcy lange");
  // Where a word begins like that already, nothing is appended.
  for (const auto* name : {"ann", "rock 'n' roll", "dogs'", "o'neil oneill", "'", "' ''"})
    EXPECT_EQ(fold_name(name), name);
}

TEST(FoldName, SortsNamesWithApostrophesAsIfNothingWereAppended) {
  EXPECT_LT(fold_name("O'Neil"), fold_name("O'Neil Ann"));
  EXPECT_LT(fold_name("O'Neil Zoe"), fold_name("O'Neill"));
}

TEST(FoldName, ChangesNothingTheSecondTime) {
  for (const char* text :
       {"Straße", "İstanbul", "Jo\u0308rg", "ﬁne", "ｱﾝ", "किताब", "ϓ", "ᾳ", "O'Neil 'x'"}) {
    const auto folded = fold_name(text);
    EXPECT_EQ(fold_name(folded.substr(0, folded.find('\n'))), folded) << text;
  }
}

TEST(FoldName, LeavesTheRestAlone) {
  EXPECT_EQ(fold_name(""), "");
  EXPECT_EQ(fold_name("李小龍 😀 100% _*"), "李小龍 😀 100% _*");
}

TEST(FoldName, LeavesBrokenUtf8Alone) {
  for (const std::string broken :
       {"\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\x80", "\xc0\xaf", "x\xc3(y", "\xf8\x88"}) {
    EXPECT_EQ(fold_name(broken), broken);
    EXPECT_EQ(fold_name("ÄA" + broken + "B"), "Äa" + broken + "b");
  }
}

TEST(FoldKey, FindsNobodyIfFoldingDropsTheWholeKey) {
  for (const auto* key : {"\u0301", " \u0308 ", "\u200D", "\u00AD", "\u3164"}) {
    const auto folded = fold_key(key);
    EXPECT_FALSE(matches_key("ann lee", "ann", folded, {})) << key;
    EXPECT_FALSE(matches_key("", "", folded, {})) << key;
  }
}

TEST(FoldKey, IsEmptyForSpacesAndElseTheFoldedName) {
  for (const auto* blank : {"", " ", "\t\u3000", "\u00A0\u200B"}) EXPECT_EQ(fold_key(blank), "");
  EXPECT_EQ(fold_key(" Zoë "), "zoe");
  EXPECT_EQ(fold_key("o'neil ' 'n'"), "oneil ' n") << "without apostrophes that are part of a word";
}

TEST(SearchWords, BeginInsideOthersWhereNoneAreWritten) {
  EXPECT_TRUE(has_words_inside("王小明"));
  EXPECT_TRUE(has_words_inside("ann 明"));
  for (const auto* name : {"", "ann lee", "иван петров", "احمد", "किताब"})
    EXPECT_FALSE(has_words_inside(name)) << name;
}

TEST(SearchWords, RunFromEachWordToTheEnd) {
  EXPECT_THAT(search_words("ann smith-jones"),
              ElementsAre("ann smith-jones", "jones", "smith-jones"));
  EXPECT_THAT(search_words("o'neil"), ElementsAre("neil", "o'neil"));
  EXPECT_THAT(search_words("  émile  "), ElementsAre("émile  "));
  EXPECT_THAT(search_words("किताब घर"), ElementsAre("किताब घर", "घर"));
  EXPECT_THAT(search_words("(ann)"), ElementsAre("(ann)", "ann)"));
}

TEST(SearchWords, HoldNamesWithoutLetters) {
  EXPECT_THAT(search_words("😀"), ElementsAre("😀"));
  EXPECT_THAT(search_words("a a"), ElementsAre("a", "a a"));
  EXPECT_THAT(search_words(""), IsEmpty());
  EXPECT_THAT(search_words("   "), IsEmpty());
}

TEST(SearchWords, BeginWithEachCharacterOfScriptsWithoutBlanks) {
  EXPECT_THAT(search_words("王小明"), ElementsAre("小明", "明", "王小明"));
  EXPECT_THAT(search_words(fold_name("さくラ")), ElementsAre("くラ", "さくラ", "ラ"));
  EXPECT_EQ(search_words(fold_name("김민수")).size(), 3U);
  EXPECT_EQ(search_words(fold_name("ㄅㄆ")).size(), 2U);
}

TEST(WordsOfKey, AreThoseThatSaySomething) {
  EXPECT_THAT(words_of_key("ann lee"), ElementsAre("ann", "lee"));
  EXPECT_THAT(words_of_key("a annie an lee"), ElementsAre("annie", "lee"));
  EXPECT_THAT(words_of_key("lee lee"), ElementsAre("lee"));
  EXPECT_THAT(words_of_key(""), IsEmpty());
}

TEST(MatchesKey, LooksWhereItIsToldTo) {
  EXPECT_TRUE(matches_key("ann lee", "bob-1", "lee bob", {}));
  EXPECT_FALSE(matches_key("ann lee", "bob-1", "lee bob", {.uid = false}));
  EXPECT_FALSE(matches_key("ann lee", "bob-1", "lee bob", {.name = false}));
  EXPECT_FALSE(matches_key("ann lee", "bob-1", "1", {}));
}

TEST(MatchesWord, SaysTheSameAsTheSearchWords) {
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
}  // namespace parley::core
