#include "api/query.hpp"

#include <gtest/gtest.h>

namespace parley::api {
namespace {

using Texts = std::vector<std::string>;

Query query(std::string_view text) { return Query::parse(text).value(); }

TEST(QueryTest, decodes) {
  EXPECT_EQ(query("a=x%20y+z").text("a"), "x y z");
  EXPECT_EQ(query("a=1&a=2").text("a"), "2");
  EXPECT_EQ(query("a").text("a"), "");
  EXPECT_FALSE(query("").text("a"));
}

TEST(QueryTest, refuses_values_that_are_no_text) {
  for (const auto* text : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=%ed%a0%80"}) {
    EXPECT_FALSE(Query::parse(text)) << text;
  }
}

TEST(QueryTest, reads_lists_in_every_spelling) {
  EXPECT_EQ(query("t=a,b").list("t"), (Texts{"a", "b"}));
  EXPECT_EQ(query("t=a&t=b,c").list("t"), (Texts{"a", "b,c"}));
  EXPECT_EQ(query("t[]=a,b").list("t"), (Texts{"a,b"}));
  EXPECT_EQ(query("t%5B%5D=a&t%5B%5D=b").list("t"), (Texts{"a", "b"}));
  EXPECT_EQ(query("t=").list("t"), Texts{});
}

TEST(QueryTest, checks_numbers) {
  EXPECT_EQ(query("n=5").number("n", 1, 10), 5);
  for (const auto* text :
       {"n=0", "n=11", "n=-1", "n=1e3", "n=", "n= 1", "n=99999999999999999999"}) {
    auto wrong = query(text);
    EXPECT_FALSE(wrong.number("n", 1, 10)) << text;
    EXPECT_FALSE(wrong.finish()) << text;
  }
}

TEST(QueryTest, finds_credentials_however_they_are_spelled) {
  for (const auto* text :
       {"authToken=x", "AUTHTOKEN=x", "a=1&apikey=", "%61pikey=x", "access_token"})
    EXPECT_TRUE(Query::names_credential(text)) << text;
  for (const auto* text : {"", "searchKey=apikey", "tokens=x"})
    EXPECT_FALSE(Query::names_credential(text)) << text;
}

}  // namespace
}  // namespace parley::api
