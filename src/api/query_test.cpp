#include "api/query.hpp"

#include <initializer_list>
#include <utility>

#include <gtest/gtest.h>

#include "api/query_names.hpp"
#include "base/unix_seconds.hpp"

namespace parley::api {
namespace {

using Texts = std::vector<std::string>;

Query query(std::string_view text) { return Query::parse(text).value(); }

TEST(QueryTest, Decodes) {
  EXPECT_EQ(query("a=x%20y+z").text("a"), "x y z");
  EXPECT_EQ(query("a=1&a=1").text("a"), "1");
  auto contradiction = query("a=1&a=2");
  EXPECT_EQ(contradiction.text("a"), "1");
  EXPECT_FALSE(contradiction.finish());
  EXPECT_EQ(query("a").text("a"), "");
  EXPECT_FALSE(query("").text("a"));
}

TEST(QueryTest, RefusesValuesThatAreNoText) {
  for (const auto* text : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=%ed%a0%80"}) {
    EXPECT_FALSE(Query::parse(text)) << text;
  }
}

TEST(QueryTest, ReadsListsInEverySpelling) {
  EXPECT_EQ(query("t=a,b").list("t"), (Texts{"a", "b"}));
  EXPECT_EQ(query("t=a&t=b,c").list("t"), (Texts{"a", "b", "c"}));
  EXPECT_EQ(query("t[]=a,b").list("t"), (Texts{"a", "b"}));
  EXPECT_EQ(query("t%5B%5D=a&t%5B%5D=b").list("t"), (Texts{"a", "b"}));
  EXPECT_EQ(query("t[0]=a&t[1]=b&t%5b12%5d=c").list("t"), (Texts{"a", "b", "c"}));
  EXPECT_EQ(query("t=").list("t"), Texts{});
  EXPECT_EQ(query("t[]=&t=,").list("t"), Texts{});
  EXPECT_EQ(query("t[x]=a&t[=b&t]=c&tt[]=d&[]=e").list("t"), Texts{});
}

TEST(QueryTest, KeepsCommasInTextsOfAList) {
  const auto tags = [](std::string_view text) {
    return query(text).list("t", Commas::separate_alone);
  };
  EXPECT_EQ(tags("t=a,b"), (Texts{"a", "b"}));
  EXPECT_EQ(tags("t=a&t=b,c"), (Texts{"a", "b,c"}));
  EXPECT_EQ(tags("t[]=a,b"), (Texts{"a,b"}));
  EXPECT_EQ(tags("t[0]=a,b&t[1]="), (Texts{"a,b"}));
}

/// The problem reported for the only parameter in the text; empty if there is none.
std::string problem(std::string_view text) {
  constexpr std::string_view kKnown[] = {"perPage", "searchKey", "uids[]", "withDeactivated",
                                         "status"};
  const auto status = Query::check_names(text, kKnown);
  if (status) return {};
  const auto error = status.error();
  EXPECT_EQ(error.code, ErrorCode::kErrBadRequest);
  EXPECT_EQ(error->details.size(), 1U) << text;
  const auto& [name, reasons] = *error->details.begin();
  return name + " " + reasons[0];
}

TEST(QueryTest, RefusesParametersThatACallDoesNotHave) {
  for (const auto* text : {"", "&", "&&", "perPage=1", "uids=a", "uids[]=a", "uids[0]=a&uids[17]=b",
                           "uids%5B%5D=a", "_=123", "v=2", "affix=append&count=1"})
    EXPECT_EQ(problem(text), "") << text;
  EXPECT_EQ(problem("colour=red"), "colour is not a parameter of this call");
  EXPECT_EQ(problem("perpage=1"), "perpage is not a parameter of this call; did you mean perPage?");
  EXPECT_EQ(problem("search=a"), "search is not a parameter of this call; did you mean searchKey?");
  EXPECT_EQ(problem("serchKey=a"),
            "serchKey is not a parameter of this call; did you mean searchKey?");
  EXPECT_EQ(problem("uid=a"), "uid is not a parameter of this call; did you mean uids?");
  EXPECT_EQ(problem("uids[a]=a"), "uids[a] is not a parameter of this call; did you mean uids?");
  EXPECT_EQ(problem("deactivated=1"),
            "deactivated is not a parameter of this call; did you mean withDeactivated?");
  EXPECT_EQ(problem("status[]=online"), "status[] takes a single value: use status");
  EXPECT_EQ(problem("%ff=1"),
            "query has a parameter with a name that must be percent-encoded UTF-8");
  EXPECT_EQ(problem("[]=1"), "[] is not a parameter of this call");
  for (const auto* text : {"=x", "=", "perPage=1&=x", "=x&=y"})
    EXPECT_EQ(problem(text), "query has a parameter without a name: write name=value") << text;
}

TEST(QueryTest, GivesEachReasonOnce) {
  constexpr std::string_view kKnown[] = {"status"};
  const auto error = Query::check_names("status[]=online&status[]=offline&x=1&x=2", kKnown).error();
  ASSERT_EQ(error->details.size(), 2U);
  EXPECT_EQ(error->details.at("status[]"), Texts{"takes a single value: use status"});
  EXPECT_EQ(error->details.at("x"), Texts{"is not a parameter of this call"});
}

TEST(QueryTest, KeepsAmpersandsThatPublishedClientsDoNotEncode) {
  constexpr std::string_view kKnown[] = {"searchKey", "perPage"};
  const auto meant = [&](std::string_view text) {
    return Query::as_published_clients_mean(text, kKnown).value_or("as it is");
  };
  EXPECT_EQ(meant("searchKey=R&D&perPage=3"), "searchKey=R%26D&perPage=3");
  EXPECT_EQ(meant("searchKey=R&=D"), "searchKey=R%26=D");
  EXPECT_EQ(meant("searchKey=&perPage=3&="), "perPage=3%26=");
  EXPECT_EQ(meant("=x"), "");
  EXPECT_EQ(meant("perPage=3"), "as it is");
}

TEST(QueryTest, ReadsBooleans) {
  EXPECT_TRUE(query("b=true").boolean("b"));
  EXPECT_TRUE(query("b=1").boolean("b"));
  for (const auto* text : {"b=false", "b=0", ""}) EXPECT_FALSE(query(text).boolean("b")) << text;
  const auto reason = [](std::string_view text) {
    auto parsed = query(text);
    static_cast<void>(parsed.boolean("b"));
    return parsed.finish().error()->details.at("b");
  };
  EXPECT_EQ(reason("b=True"), Texts{"must be true or false, in lower case"});
  EXPECT_EQ(reason("b=FALSE"), Texts{"must be true or false, in lower case"});
  EXPECT_EQ(reason("b=yes"), Texts{"must be true or false"});
}

TEST(QueryTest, PrefersTheSameParameterInAnotherSpelling) {
  constexpr std::string_view kKnown[] = {"perPage", "page", "before", "cursor"};
  for (const auto& [name, meant] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Page", "page"}, {"PAGE", "page"}, {"per-page", "perPage"}, {"Cursor", "cursor"}}) {
    EXPECT_TRUE(problem_of_name(name, kKnown)->ends_with(std::string(" ") + meant + "?")) << name;
  }
}

TEST(QueryTest, ReadsTimesInUnixSeconds) {
  EXPECT_EQ(query("t=1771312489").time("t"), from_unix_seconds(1'771'312'489));
  EXPECT_EQ(query("t=0").time("t"), Time{});
  EXPECT_EQ(query("t=946684800").time("t"), from_unix_seconds(946'684'800));
  EXPECT_FALSE(query("").time("t"));
  const auto reason = [](std::string_view value) {
    auto parsed = query("t=" + std::string(value));
    EXPECT_FALSE(parsed.time("t")) << value;
    return parsed.finish().error()->details.at("t")[0];
  };
  EXPECT_EQ(reason("1771312489000"),
            "must be in Unix seconds, not milliseconds: divide it by 1000");
  for (const auto* value : {"20240310", "45361", "2024", "1", "946684799"})
    EXPECT_EQ(reason(value), kTooEarly) << value;
  for (const auto* value : {"2026-02-17T07:14:49Z", "yesterday", "", "-1", "1.5", "1e9",
                            "20240310123000", "1771312489000000", "99999999999999999999"}) {
    EXPECT_TRUE(reason(value).starts_with("must be Unix seconds, such as 1771312489")) << value;
  }
}

TEST(QueryTest, SuggestsTheParameterThatOtherApisCallOtherwise) {
  constexpr std::string_view kList[] = {"perPage",   "per_page", "page",     "cursor",
                                        "searchKey", "status",   "role",     "uids[]",
                                        "withTags",  "sortBy",   "sortOrder"};
  constexpr std::string_view kAudit[] = {"limit", "before", "actor", "action", "from", "until"};
  const auto meant = [](std::string_view name, ParameterNames known) {
    const auto problem = problem_of_name(name, known).value_or("is accepted");
    const std::string_view before_it = "is not a parameter of this call; did you mean ";
    if (!problem.starts_with(before_it)) return problem;
    return problem.substr(before_it.size(), problem.size() - before_it.size() - 1);
  };
  for (const auto* name :
       {"limit", "Limit", "size", "pageSize", "page_size", "page-size", "take"}) {
    EXPECT_EQ(meant(name, kList), "perPage") << name;
    EXPECT_EQ(meant(name, kAudit), std::string_view(name) == "limit" ? "is accepted" : "limit")
        << name;
  }
  for (const auto* name : {"offset", "skip", "start", "page_number"})
    EXPECT_EQ(meant(name, kList), "page") << name;
  for (const auto* name : {"q", "query", "search", "filter", "name", "search_key"})
    EXPECT_EQ(meant(name, kList), "searchKey") << name;
  for (const auto* name : {"sort", "sort_by", "orderBy"})
    EXPECT_EQ(meant(name, kList), "sortBy") << name;
  for (const auto* name : {"order", "direction", "sort_order"})
    EXPECT_EQ(meant(name, kList), "sortOrder") << name;
  EXPECT_EQ(meant("after", kList), "cursor");
  EXPECT_EQ(meant("ids", kList), "uids");
  EXPECT_EQ(meant("perPage", kAudit), "limit");
  EXPECT_EQ(meant("cursor", kAudit), "before");
  EXPECT_EQ(meant("q", kAudit), "is not a parameter of this call");
  EXPECT_EQ(meant(std::string(1000, 'q'), kList), "is not a parameter of this call");
}

TEST(QueryTest, ChecksNumbers) {
  EXPECT_EQ(query("n=5").number("n", 1, 10), 5);
  for (const auto* text :
       {"n=0", "n=11", "n=-1", "n=1e3", "n=", "n= 1", "n=99999999999999999999"}) {
    auto wrong = query(text);
    EXPECT_FALSE(wrong.number("n", 1, 10)) << text;
    EXPECT_FALSE(wrong.finish()) << text;
  }
}

TEST(QueryTest, FindsCredentialsHoweverTheyAreSpelled) {
  for (const auto* text :
       {"authToken=x", "AUTHTOKEN=x", "a=1&apikey=", "%61pikey=x", "access_token"})
    EXPECT_TRUE(Query::names_credential(text)) << text;
  for (const auto* text : {"", "searchKey=apikey", "tokens=x"})
    EXPECT_FALSE(Query::names_credential(text)) << text;
}

TEST(QueryTest, TellsAForbiddenCharacterFromAWrongEncoding) {
  const auto reason = [](std::string_view text) {
    return Query::parse(text).error()->details.at("searchKey").at(0);
  };
  for (const auto* text : {"searchKey=%00", "searchKey=a%00b", "perPage=1&searchKey=%00"})
    EXPECT_EQ(reason(text), "must not contain the character U+0000 (%00)") << text;
  for (const auto* text : {"searchKey=%", "searchKey=%0", "searchKey=%zz", "searchKey=%ff"})
    EXPECT_EQ(reason(text), "must be percent-encoded UTF-8") << text;
  EXPECT_EQ(problem("a%00=1"),
            "query has a parameter with a name that must not contain the character U+0000 (%00)");
}

}  // namespace
}  // namespace parley::api
