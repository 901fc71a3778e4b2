#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"
#include "support/presence.hpp"

namespace parley::store_suite {

using core::RelationFilter;
using core::Transaction;
using core::User;
using core::UserQuery;
using core::UserSort;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

/// The same five users in both apps. Their names sort like their uids.
class UserOnlineCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](Transaction& transaction) {
      for (const auto* uid : {"ann", "bob", "cat", "dan", "eve"}) {
        EXPECT_TRUE(transaction.users().insert(kApp, sample_user(uid)));
        EXPECT_TRUE(transaction.users().insert(kOtherApp, sample_user(uid)));
      }
    });
  }

  bool set_online(std::string_view app, std::string_view uid, bool online, Time at_time = at(500)) {
    return write([&](Transaction& transaction) {
      return test_support::set_online(transaction, app, uid, online, at_time);
    });
  }

  void block(std::string_view app, std::string_view uid, std::string_view other) {
    write([&](Transaction& transaction) {
      EXPECT_TRUE(transaction.relations().block(app, uid, other, at(600)));
    });
  }

  std::optional<User> find(std::string_view app, std::string_view uid) {
    return read([&](Transaction& transaction) { return transaction.users().find(app, uid); });
  }

  std::uint64_t count_online(std::string_view app) {
    return read([&](Transaction& transaction) {
      return transaction.users().list(core::WalkPermit(), app, {.online = true}).total;
    });
  }

  /// The uids of the page, which holds the whole list. Without `after`, checks the total, too.
  std::vector<std::string> uids(const UserQuery& query, std::string_view app = kApp) {
    return read([&](Transaction& transaction) {
      const auto page = transaction.users().list(core::WalkPermit(), app, query);
      std::vector<std::string> uids;
      for (const auto& user : page.users) uids.push_back(user.uid);
      if (!query.after) {
        EXPECT_EQ(page.total, uids.size());
      }
      return uids;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(UserOnlineCase);

TEST_P(UserOnlineCase, IsSetForTheUserOfThisAppOnly) {
  EXPECT_TRUE(set_online(kApp, "ann", true));
  EXPECT_FALSE(set_online(kApp, "unknown", true));
  User online = sample_user("ann");
  online.online = true;
  online.last_active_at = at(500);
  EXPECT_THAT(find(kApp, "ann"), Optional(online));
  EXPECT_THAT(find(kOtherApp, "ann"), Optional(sample_user("ann")));
  EXPECT_TRUE(set_online(kApp, "ann", false, at(501)));
  online.online = false;
  online.last_active_at = at(501);
  EXPECT_THAT(find(kApp, "ann"), Optional(online));
}

TEST_P(UserOnlineCase, ManyChangesAreAppliedInTheirOrder) {
  block(kApp, "ann", "dan");
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.relations().befriend(kApp, "ann", "cat", at(600)));
    const std::vector<std::string> uids{"cat"};
    transaction.users().set_deactivated_at(kApp, uids, at(601), at(601));
  });
  const auto created_at = sample_user("ann").created_at;
  const auto change = [&](const std::string& uid, bool online, Time at_time) {
    return core::PresenceChange{std::string(kApp), uid, online, at_time, created_at};
  };
  auto re_created = change("eve", true, at(700));
  re_created.created_at = created_at + std::chrono::milliseconds{1};
  const std::vector changes{change("ann", true, at(700)),    change("bob", true, at(701)),
                            change("ann", false, at(702)),   change("cat", true, at(703)),
                            change("nobody", true, at(704)), re_created};
  const auto stored =
      write([&](Transaction& transaction) { return transaction.presence().apply(changes); });
  ASSERT_EQ(stored.size(), changes.size());
  EXPECT_TRUE(stored[0].user->online);
  EXPECT_EQ(stored[0].user->last_active_at, at(700));
  EXPECT_THAT(stored[0].hidden_from, ElementsAre("dan"));
  EXPECT_THAT(stored[0].friends, ElementsAre("cat"));
  EXPECT_FALSE(stored[2].user->online);
  EXPECT_THAT(stored[2].hidden_from, IsEmpty());
  EXPECT_EQ(stored[3].user, std::nullopt) << "deactivated";
  EXPECT_EQ(stored[4].user, std::nullopt) << "unknown";
  EXPECT_EQ(stored[5].user, std::nullopt) << "of an earlier user with this uid";
  EXPECT_THAT(uids({.online = true}), ElementsAre("bob"));
  EXPECT_EQ(find(kApp, "ann")->last_active_at, at(702));
}

TEST_P(UserOnlineCase, LastActivityNeverGoesBack) {
  set_online(kApp, "ann", true, at(500));
  set_online(kApp, "ann", false, at(499));
  EXPECT_EQ(find(kApp, "ann")->last_active_at, at(500));
}

TEST_P(UserOnlineCase, IsNotSetByInsertAndLeftAloneByUpdate) {
  User draft = sample_user("fay");
  draft.online = true;
  write([&](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().insert(kApp, draft));
    EXPECT_TRUE(transaction.users().update(kApp, draft));
  });
  EXPECT_FALSE(find(kApp, "fay")->online);
  set_online(kApp, "fay", true);
  draft.online = false;
  write([&](Transaction& transaction) { transaction.users().update(kApp, draft); });
  EXPECT_TRUE(find(kApp, "fay")->online);
}

TEST_P(UserOnlineCase, IsCountedOnEachApp) {
  EXPECT_EQ(count_online(kApp), 0u);
  set_online(kApp, "ann", true);
  set_online(kApp, "ann", true);
  set_online(kApp, "bob", true);
  set_online(kOtherApp, "cat", true);
  EXPECT_EQ(count_online(kApp), 2u);
  EXPECT_EQ(count_online(kOtherApp), 1u);
  write([](Transaction& transaction) { transaction.users().remove(kApp, "ann"); });
  EXPECT_EQ(count_online(kApp), 1u);
}

TEST_P(UserOnlineCase, EndsForAllAtOnceOnEveryApp) {
  set_online(kApp, "ann", true);
  set_online(kApp, "bob", true);
  set_online(kOtherApp, "ann", true);
  for (int i = 0; i < 2; ++i)  // The second time, nobody is online.
    write([](Transaction& transaction) { transaction.presence().reset(); });
  EXPECT_EQ(count_online(kApp), 0u);
  EXPECT_EQ(count_online(kOtherApp), 0u);
  EXPECT_EQ(find(kApp, "ann")->last_active_at, at(500));
  EXPECT_THAT(uids({.online = true}), IsEmpty());
}

TEST_P(UserOnlineCase, ListsPickByIt) {
  set_online(kApp, "bob", true);
  set_online(kApp, "dan", true);
  EXPECT_THAT(uids({.online = true}), ElementsAre("bob", "dan"));
  EXPECT_THAT(uids({.online = false}), ElementsAre("ann", "cat", "eve"));
  EXPECT_THAT(uids({.search = "dan", .online = true}), ElementsAre("dan"));
  EXPECT_THAT(uids({.search = "dan", .online = false}), IsEmpty());
  EXPECT_THAT(uids({.uids = {"ann", "bob"}, .online = true}), ElementsAre("bob"));
  EXPECT_THAT(uids({.tags = {"ant"}, .online = true, .except_uid = "bob"}), ElementsAre("dan"));
  EXPECT_THAT(uids({.online = true}, kOtherApp), IsEmpty());
  EXPECT_THAT(uids({.online = false}, kOtherApp).size(), 5u);
}

TEST_P(UserOnlineCase, ThoseOnlineComeFirstByStatus) {
  set_online(kApp, "dan", true);
  set_online(kApp, "bob", true);
  set_online(kOtherApp, "eve", true);
  EXPECT_THAT(uids({.sort = UserSort::status}), ElementsAre("bob", "dan", "ann", "cat", "eve"));
  EXPECT_THAT(uids({.sort = UserSort::status, .descending = true}),
              ElementsAre("eve", "cat", "ann", "dan", "bob"));
  EXPECT_THAT(uids({.online = false, .sort = UserSort::status}), ElementsAre("ann", "cat", "eve"));
  EXPECT_THAT(uids({.sort = UserSort::status}, kOtherApp),
              ElementsAre("eve", "ann", "bob", "cat", "dan"));
}

TEST_P(UserOnlineCase, AListByStatusGoesOnBehindAPosition) {
  set_online(kApp, "dan", true);
  set_online(kApp, "bob", true);
  const auto after = [&](const std::string& uid, bool online, bool descending = false) {
    return uids({.sort = UserSort::status,
                 .descending = descending,
                 .after = core::UserPosition{sample_user(uid).name, uid, online}});
  };
  EXPECT_THAT(after("bob", true), ElementsAre("dan", "ann", "cat", "eve"));
  EXPECT_THAT(after("dan", true), ElementsAre("ann", "cat", "eve"));
  EXPECT_THAT(after("ann", false), ElementsAre("cat", "eve"));
  EXPECT_THAT(after("eve", false), IsEmpty());
  EXPECT_THAT(after("ann", false, true), ElementsAre("dan", "bob"));
  EXPECT_THAT(after("dan", true, true), ElementsAre("bob"));
  EXPECT_THAT(after("bob", true, true), IsEmpty());
}

// A list must not reveal whether a user is online if a block hides that.
TEST_P(UserOnlineCase, UsersBetweenWhomIsABlockLookOfflineToEachOther) {
  for (const auto* uid : {"ann", "bob", "dan"}) {
    set_online(kApp, uid, true);
    set_online(kOtherApp, uid, true);
  }
  block(kApp, "cat", "ann");
  block(kApp, "bob", "cat");
  EXPECT_THAT(uids({.online = true, .viewer = "cat"}), ElementsAre("dan"));
  EXPECT_THAT(uids({.online = false, .viewer = "cat"}), ElementsAre("ann", "bob", "cat", "eve"));
  EXPECT_THAT(uids({.viewer = "cat", .sort = UserSort::status}),
              ElementsAre("dan", "ann", "bob", "cat", "eve"));
  EXPECT_THAT(
      uids({.viewer = "bob", .relation_filter = RelationFilter::blocked, .sort = UserSort::status}),
      ElementsAre("cat"));
  EXPECT_THAT(uids({.online = true, .viewer = "ann"}), ElementsAre("ann", "bob", "dan"));
  EXPECT_THAT(uids({.online = true}), ElementsAre("ann", "bob", "dan"));
  EXPECT_THAT(uids({.online = true, .viewer = "cat"}, kOtherApp), ElementsAre("ann", "bob", "dan"));
}

TEST_P(UserOnlineCase, SurvivesARestartOfTheStore) {
  set_online(kApp, "ann", true);
  reopen();
  EXPECT_TRUE(find(kApp, "ann")->online);
  EXPECT_FALSE(find(kOtherApp, "ann")->online);
}

}  // namespace parley::store_suite
