#include <gmock/gmock.h>

#include <algorithm>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Activity;
using core::Transaction;
using core::User;
using core::UserQuery;
using core::UserSort;
using testing::ElementsAre;
using testing::IsEmpty;

/// A few users in one app, and one in another app that would match nearly every query.
class UserListCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    add(kApp, "u-1", "Zoe Miller");
    add(kApp, "u-2", "adam smith", "vip", {"blue", "red"});
    add(kApp, "u-3", "Émile Ångström", "default", {"red"});
    add(kApp, "u-4", "Bert Smith-Jones", "staff");
    add(kApp, "u-5", "100% Zoe_x", "default", {"blue"});
    add(kApp, "smith", "Carol", "vip", {}, at(90));
    add(kOtherApp, "u-2", "Adam Smith", "vip", {"blue", "red"});
  }

  void add(std::string_view app, const std::string& uid, const std::string& name,
           const std::string& role = "default", std::vector<std::string> tags = {},
           Time deactivated_at = kNever) {
    User user = named(uid, name);
    user.role = role;
    user.tags = std::move(tags);
    user.deactivated_at = deactivated_at;
    EXPECT_TRUE(
        write([&](Transaction& transaction) { return transaction.users().insert(app, user); }));
  }

  /// The uids of the page. If it holds the whole list, checks the total, too.
  std::vector<std::string> uids(const UserQuery& query, std::string_view app = kApp) {
    return read([&](Transaction& transaction) {
      std::vector<std::string> uids;
      const core::UserPage page = transaction.users().list(core::WalkPermit(), app, query);
      for (const User& user : page.users) uids.push_back(user.uid);
      if (query.page == 1 && uids.size() < query.per_page) {
        EXPECT_EQ(page.total, uids.size());
      }
      return uids;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(UserListCase);

TEST_P(UserListCase, WholeUsersComeBack) {
  const auto page = read([](Transaction& transaction) {
    return transaction.users().list(core::WalkPermit(), kOtherApp, {});
  });
  User user = named("u-2", "Adam Smith");
  user.role = "vip";
  user.tags = {"blue", "red"};
  EXPECT_THAT(page.users, ElementsAre(user));
}

TEST_P(UserListCase, IsOrderedByNameWithoutRegardToCaseAndAccents) {
  EXPECT_THAT(uids({}), ElementsAre("u-5", "u-2", "u-4", "u-3", "u-1"));
  EXPECT_THAT(uids({.descending = true}), ElementsAre("u-1", "u-3", "u-4", "u-2", "u-5"));
  EXPECT_THAT(uids({}, kOtherApp), ElementsAre("u-2"));
  EXPECT_THAT(uids({}, "unknown"), IsEmpty());
}

TEST_P(UserListCase, IsOrderedByUidOnDemand) {
  const auto all = Activity::with_deactivated;
  EXPECT_THAT(uids({.activity = all, .sort = UserSort::uid}),
              ElementsAre("smith", "u-1", "u-2", "u-3", "u-4", "u-5"));
  EXPECT_THAT(uids({.activity = all, .sort = UserSort::uid, .descending = true}),
              ElementsAre("u-5", "u-4", "u-3", "u-2", "u-1", "smith"));
}

TEST_P(UserListCase, BreaksTiesOfNamesByUid) {
  add(kApp, "t-2", "ZOE MILLER");
  add(kApp, "t-1", "zoe miller");
  EXPECT_THAT(uids({.search = "zoe m"}), ElementsAre("t-1", "t-2", "u-1"));
}

TEST_P(UserListCase, FindsNamesWithApostrophesTypedWithoutThem) {
  add(kApp, "o-1", "Zed O'Neil Lee");
  add(kApp, "o-2", "Zed O\u2019Neil");
  for (const auto* key : {"oneil", "o'neil", "neil", "zed oneil"})
    EXPECT_THAT(uids({.search = key}), ElementsAre("o-2", "o-1")) << key;
}

TEST_P(UserListCase, PagesDoNotOverlapAndEndEmpty) {
  const auto page = [&](std::uint32_t number) {
    const UserQuery query{.per_page = 2, .page = number};
    EXPECT_EQ(read([&](Transaction& transaction) {
                return transaction.users().list(core::WalkPermit(), kApp, query).total;
              }),
              5u);
    return uids(query);
  };
  EXPECT_THAT(page(1), ElementsAre("u-5", "u-2"));
  EXPECT_THAT(page(2), ElementsAre("u-4", "u-3"));
  EXPECT_THAT(page(3), ElementsAre("u-1"));
  EXPECT_THAT(page(4), IsEmpty());
  EXPECT_THAT(page(4'000'000'000), IsEmpty());
}

TEST_P(UserListCase, ShowsTheActivityAskedFor) {
  EXPECT_THAT(uids({.activity = Activity::deactivated_only}), ElementsAre("smith"));
  EXPECT_THAT(uids({.activity = Activity::with_deactivated}),
              ElementsAre("u-5", "u-2", "u-4", "smith", "u-3", "u-1"));
  EXPECT_THAT(uids({.activity = Activity::with_deactivated, .descending = true}),
              ElementsAre("u-1", "u-3", "smith", "u-4", "u-2", "u-5"));
  EXPECT_THAT(uids({.activity = Activity::deactivated_only}, kOtherApp), IsEmpty());
}

TEST_P(UserListCase, LeavesOutTheCaller) {
  EXPECT_THAT(uids({.except_uid = "u-2"}), ElementsAre("u-5", "u-4", "u-3", "u-1"));
  EXPECT_THAT(uids({.except_uid = "smith"}), ElementsAre("u-5", "u-2", "u-4", "u-3", "u-1"));
  EXPECT_THAT(uids({.except_uid = "unknown"}).size(), 5u);
  EXPECT_THAT(uids({.roles = {"vip"}, .except_uid = "u-2"}), IsEmpty());
  EXPECT_THAT(uids({.roles = {"staff"}, .except_uid = "u-2"}), ElementsAre("u-4"));
}

TEST_P(UserListCase, PicksUids) {
  EXPECT_THAT(uids({.uids = {"u-4", "smith", "u-1", "unknown", "u-1"}}), ElementsAre("u-4", "u-1"));
  EXPECT_THAT(uids({.uids = {"u-1"}}, kOtherApp), IsEmpty());
}

TEST_P(UserListCase, PicksRoles) {
  EXPECT_THAT(uids({.roles = {"staff", "vip"}}), ElementsAre("u-2", "u-4"));
  EXPECT_THAT(uids({.roles = {"unknown"}}), IsEmpty());
  EXPECT_THAT(uids({.roles = {"staff", "vip"}}, kOtherApp), ElementsAre("u-2"));
}

TEST_P(UserListCase, PicksUsersWithAnyOfTheTagsOnce) {
  EXPECT_THAT(uids({.tags = {"red"}}), ElementsAre("u-2", "u-3"));
  EXPECT_THAT(uids({.tags = {"red", "blue", "unknown"}}), ElementsAre("u-5", "u-2", "u-3"));
  EXPECT_THAT(uids({.tags = {"re"}}), IsEmpty());
  EXPECT_THAT(uids({.tags = {"RED"}}), IsEmpty());
  EXPECT_THAT(uids({.tags = {"red"}}, kOtherApp), ElementsAre("u-2"));
}

TEST_P(UserListCase, AllConditionsMustHold) {
  EXPECT_THAT(uids({.search = "smith", .roles = {"vip"}, .tags = {"red"}}), ElementsAre("u-2"));
  EXPECT_THAT(uids({.search = "smith", .roles = {"default"}}), IsEmpty());
  EXPECT_THAT(uids({.uids = {"u-2", "u-3"}, .tags = {"blue"}}), ElementsAre("u-2"));
  EXPECT_THAT(uids({.search = "smith", .uids = {"u-3", "u-4"}}), ElementsAre("u-4"));
}

TEST_P(UserListCase, SearchesTheBeginningOfUidsAndOfTheWordsOfNames) {
  EXPECT_THAT(uids({.search = "\u0301"}), IsEmpty());
  EXPECT_THAT(uids({.search = "smith"}), ElementsAre("u-2", "u-4"));
  EXPECT_THAT(uids({.search = "smith", .activity = Activity::with_deactivated}),
              ElementsAre("u-2", "u-4", "smith"));
  EXPECT_THAT(uids({.search = "jones"}), ElementsAre("u-4"));
  EXPECT_THAT(uids({.search = "bert sm"}), ElementsAre("u-4"));
  EXPECT_THAT(uids({.search = "mith"}), IsEmpty());
  EXPECT_THAT(uids({.search = "u-"}).size(), 5u);
  EXPECT_THAT(uids({.search = "-2"}), IsEmpty());
  EXPECT_THAT(uids({.search = "smith"}, kOtherApp), ElementsAre("u-2"));
}

TEST_P(UserListCase, SearchesWhereItIsToldTo) {
  UserQuery query{.search = "smith", .search_in_name = false};
  query.activity = Activity::with_deactivated;
  EXPECT_THAT(uids(query), ElementsAre("smith"));
  query.search_in_name = true;
  query.search_in_uid = false;
  EXPECT_THAT(uids(query), ElementsAre("u-2", "u-4"));
}

TEST_P(UserListCase, IgnoresCaseAndAccentsInEveryScript) {
  add(kApp, "ru", "Никита Ёлкин");
  add(kApp, "gr", "Ωμέγα");
  for (const char* key : {"Émile", "émile", "ÉMILE", "ångström", "ÅNG", "emile", "angst"}) {
    EXPECT_THAT(uids({.search = key}), ElementsAre("u-3")) << key;
  }
  EXPECT_THAT(uids({.search = "SMITH"}), ElementsAre("u-2", "u-4"));
  EXPECT_THAT(uids({.search = "U-2"}), ElementsAre("u-2"));
  EXPECT_THAT(uids({.search = "ёЛк"}), ElementsAre("ru"));
  EXPECT_THAT(uids({.search = "ωΜΈ"}), ElementsAre("gr"));
  add(kApp, "de", "Groß");
  EXPECT_THAT(uids({.search = "GROSS"}), ElementsAre("de"));
  EXPECT_THAT(uids({.search = "groß"}), ElementsAre("de"));
}

TEST_P(UserListCase, WildcardsInASearchArePlainCharacters) {
  EXPECT_THAT(uids({.search = "%"}), IsEmpty());
  EXPECT_THAT(uids({.search = "_"}), IsEmpty());
  EXPECT_THAT(uids({.search = "*"}), IsEmpty());
  EXPECT_THAT(uids({.search = "sm%"}), IsEmpty());
  EXPECT_THAT(uids({.search = "sm_th"}), IsEmpty());
  EXPECT_THAT(uids({.search = "100%"}), ElementsAre("u-5"));
  EXPECT_THAT(uids({.search = "zoe_"}), ElementsAre("u-5"));
}

TEST_P(UserListCase, SearchesNamesOfAnyCharacters) {
  add(kApp, "emoji", "😀 Grin");
  add(kApp, "cjk", "李小龍");
  add(kApp, "apostrophe", "Shaun O'Neil");
  EXPECT_THAT(uids({.search = "😀"}), ElementsAre("emoji"));
  EXPECT_THAT(uids({.search = "grin"}), ElementsAre("emoji"));
  EXPECT_THAT(uids({.search = "李小"}), ElementsAre("cjk"));
  EXPECT_THAT(uids({.search = "neil"}), ElementsAre("apostrophe"));
  EXPECT_THAT(uids({.search = "o'n"}), ElementsAre("apostrophe"));
  EXPECT_THAT(uids({.search = "O’N"}), ElementsAre("apostrophe"));
  EXPECT_THAT(uids({.search = "小龍"}), ElementsAre("cjk"));
  EXPECT_THAT(uids({.search = "龍"}), ElementsAre("cjk"));
  EXPECT_THAT(uids({.search = "李龍"}), IsEmpty());
}

TEST_P(UserListCase, SearchesSeveralWordsInAnyOrder) {
  add(kApp, "lee-1", "Ann Marie Lee");
  for (const char* key :
       {"ann lee", "lee ann", "marie a", "  lee   marie ", "lee-1 ann", "an lee-", "lee le l"}) {
    EXPECT_THAT(uids({.search = key}), ElementsAre("lee-1")) << key;
  }
  for (const char* key : {"ann lee x", "annlee", "ann rie", "lee-2 ann"}) {
    EXPECT_THAT(uids({.search = key}), IsEmpty()) << key;
  }
  EXPECT_THAT(uids({.search = "smith jo"}), ElementsAre("u-4"));
  EXPECT_THAT(uids({.search = "lee-1 ann", .search_in_uid = false}), IsEmpty());
  EXPECT_THAT(uids({.search = "lee-1 ann", .search_in_name = false}), IsEmpty());
  EXPECT_THAT(uids({.search = "lee-1", .search_in_name = false}), ElementsAre("lee-1"));
  EXPECT_THAT(uids({.search = "   "}).size(), 6u);
}

}  // namespace parley::store_suite
