#include "core/presence/by_user.hpp"

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace parley::core {
namespace {

TEST(ByUser, FindsAValueByAppAndUid) {
  ByUser<int> values;
  EXPECT_TRUE(values.try_emplace("app", "alice", 1).second);
  EXPECT_TRUE(values.try_emplace("other-app", "alice", 2).second);
  const auto again = values.try_emplace("app", "alice", 3);
  EXPECT_FALSE(again.second);
  EXPECT_EQ(again.first, 1);
  EXPECT_EQ(*values.find("other-app", "alice"), 2);
  EXPECT_EQ(values.find("app", "bob"), nullptr);
  EXPECT_EQ(values.find("no-app", "alice"), nullptr);
  EXPECT_TRUE(values.contains("app", "alice"));
  EXPECT_FALSE(values.contains("no-app", "alice"));
  EXPECT_EQ(values.size(), 2U);
}

TEST(ByUser, ForgetsWhatIsErased) {
  ByUser<int> values;
  values.try_emplace("app", "alice", 1);
  values.try_emplace("app", "bob", 2);
  values.erase("app", "alice");
  values.erase("app", "alice");
  values.erase("no-app", "alice");
  EXPECT_EQ(values.find("app", "alice"), nullptr);
  EXPECT_EQ(values.size(), 1U);
  values.erase("app", "bob");
  EXPECT_EQ(values.size(), 0U);
  EXPECT_TRUE(values.try_emplace("app", "bob", 3).second);
}

TEST(ByUser, VisitsTheUsersOfAllApps) {
  ByUser<int> values;
  values.try_emplace("app", "alice", 1);
  values.try_emplace("app", "bob", 2);
  values.try_emplace("other-app", "alice", 4);
  std::map<std::string, int> visited;
  values.for_each([&](const std::string& app_id, const std::string& uid, int value) {
    visited[app_id + " " + uid] = value;
  });
  EXPECT_EQ(visited,
            (std::map<std::string, int>{{"app alice", 1}, {"app bob", 2}, {"other-app alice", 4}}));
}

TEST(ByUser, ForgetsAWholeApp) {
  ByUser<int> values;
  values.try_emplace("app", "ann", 1);
  values.try_emplace("app", "bob", 2);
  values.try_emplace("other", "ann", 3);
  values.erase_app("app");
  values.erase_app("unknown");
  EXPECT_EQ(values.size(), 1U);
  EXPECT_FALSE(values.contains("app", "ann"));
  EXPECT_TRUE(values.contains("other", "ann"));
}

}  // namespace
}  // namespace parley::core
