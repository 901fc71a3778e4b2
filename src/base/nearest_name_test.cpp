#include "base/nearest_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace parley {
namespace {

constexpr std::string_view kKnown[] = {"name", "mode", "allowed-origin", "data-dir", "Region"};

TEST(NearestName, ForgivesWrongSwappedMissingAndAppendedLetters) {
  EXPECT_EQ(nearest_name("nmae", kKnown), "name");
  EXPECT_EQ(nearest_name("Nam", kKnown), "name");
  EXPECT_EQ(nearest_name("names", kKnown), "name");
  EXPECT_EQ(nearest_name("moed", kKnown), "mode");
  EXPECT_EQ(nearest_name("allowedOrigins", kKnown), "allowed-origin");
  EXPECT_EQ(nearest_name("origin", kKnown), "allowed-origin");
  EXPECT_EQ(nearest_name("data", kKnown), "data-dir");
  EXPECT_EQ(nearest_name("region", kKnown), "Region");
}

TEST(NearestName, PrefersTheSameNameInAnotherSpelling) {
  constexpr std::string_view kPages[] = {"perPage", "page"};
  EXPECT_EQ(nearest_name("Page", kPages), "page");
  EXPECT_EQ(nearest_name("PAGE_", kPages), "page");
  EXPECT_EQ(nearest_name("per-page", kPages), "perPage");
  EXPECT_EQ(same_name("Per_Page", kPages), "perPage");
  EXPECT_EQ(same_name("pages", kPages), "");
  EXPECT_EQ(same_name("", kPages), "");
}

TEST(NearestName, FindsNothingForOtherWords) {
  for (const auto* word : {"", "x", "fly", "threads", "create"}) {
    EXPECT_EQ(nearest_name(word, kKnown), "") << word;
  }
  EXPECT_EQ(nearest_name("name" + std::string(40, 'x'), kKnown), "");
  EXPECT_EQ(nearest_name("name", {}), "");
}

TEST(MeantName, KnowsSynonymsOfNamesThatAreKnown) {
  constexpr Synonyms kSynonyms[] = {{"listen", "port bindaddress"}, {"id", "app"}, {"app", "id"}};
  const std::vector<std::string_view> known{"listen", "id"};
  EXPECT_EQ(meant_name("port", known, kSynonyms), "listen");
  EXPECT_EQ(meant_name("Bind_Address", known, kSynonyms), "listen");
  EXPECT_EQ(meant_name("app", known, kSynonyms), "id");
  EXPECT_EQ(meant_name("ID", known, kSynonyms), "id") << "a name of its own";
  EXPECT_EQ(meant_name("lisen", known, kSynonyms), "listen");
  EXPECT_EQ(meant_name("", known, kSynonyms), "");
  EXPECT_EQ(meant_name("bind", known, kSynonyms), "") << "only a part of a synonym";
}

}  // namespace
}  // namespace parley
