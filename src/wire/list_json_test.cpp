#include "wire/list_json.hpp"

#include <gtest/gtest.h>
#include <boost/json/object.hpp>

namespace parley::wire {
namespace {

TEST(ListText, WrapsObjectsAndTellsTheirPage) {
  ListText list;
  list.add(json::object{{"uid", "a"}});
  list.add(json::object{{"uid", "b"}});
  EXPECT_EQ(std::move(list).body({.total = 5, .per_page = 2, .page = 2, .cursor = "next"}),
            R"({"data":[{"uid":"a"},{"uid":"b"}],"meta":{"pagination":{"total":5,"count":2,)"
            R"("per_page":2,"current_page":2,"total_pages":3},"cursor":"next"}})");
}

TEST(ListText, MayBeEmpty) {
  EXPECT_EQ(ListText().body({.total = 0, .per_page = 10}),
            R"({"data":[],"meta":{"pagination":{"total":0,"count":0,)"
            R"("per_page":10,"current_page":1,"total_pages":0}}})");
}

TEST(ListText, TakesObjectsOfAnySize) {
  const std::string text(100'000, 'x');
  ListText list;
  list.add(json::object{{"a", text}, {"b", {1, 2.5, nullptr, true, "\n"}}});
  const auto body = std::move(list).body({});
  EXPECT_TRUE(
      body.starts_with(R"({"data":[{"a":")" + text + R"(","b":[1,2.5E0,null,true,"\n"]}],)"));
}

}  // namespace
}  // namespace parley::wire
