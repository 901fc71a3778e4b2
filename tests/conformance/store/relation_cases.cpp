#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Relation;
using core::RelationFilter;
using core::RelationStore;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

/// Four users in both apps.
class RelationCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](Transaction& transaction) {
      for (const auto* uid : {"ann", "bob", "cat", "dan"}) {
        EXPECT_TRUE(transaction.users().insert(kApp, sample_user(uid)));
        EXPECT_TRUE(transaction.users().insert(kOtherApp, sample_user(uid)));
      }
    });
  }

  bool block(std::string_view app, std::string_view uid, std::string_view other, Time at) {
    return write([&](Transaction& transaction) {
      return transaction.relations().block(app, uid, other, at);
    });
  }

  bool befriend(std::string_view app, std::string_view uid, std::string_view other) {
    return write([&](Transaction& transaction) {
      return transaction.relations().befriend(app, uid, other, at(5));
    });
  }

  bool apply(bool (RelationStore::*change)(std::string_view, std::string_view, std::string_view),
             std::string_view app, std::string_view uid, std::string_view other) {
    return write([&](Transaction& transaction) {
      return (transaction.relations().*change)(app, uid, other);
    });
  }

  std::vector<Relation> seen_by(std::string_view app, std::string_view viewer,
                                std::vector<std::string> others) {
    return read([&](Transaction& transaction) {
      return transaction.relations().seen_by(app, viewer, others);
    });
  }

  std::vector<std::string> related(std::string_view app, const std::string& viewer,
                                   RelationFilter relation_filter) {
    return read([&](Transaction& transaction) {
      const auto page = transaction.users().list(
          core::WalkPermit(), app, {.viewer = viewer, .relation_filter = relation_filter});
      EXPECT_EQ(page.total, page.users.size());
      std::vector<std::string> uids;
      for (const auto& user : page.users) uids.push_back(user.uid);
      EXPECT_THAT(transaction.relations().related(app, viewer, relation_filter),
                  UnorderedElementsAreArray(uids));
      return uids;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(RelationCase);

TEST_P(RelationCase, ABlockIsSeenFromBothSidesOnItsApp) {
  EXPECT_TRUE(block(kApp, "ann", "bob", at(1)));
  EXPECT_TRUE(block(kApp, "cat", "ann", at(2)));
  const Relation none;
  const Relation by_me{.blocked_by_me_at = at(1)};
  const Relation of_me{.blocked_me_at = at(2)};
  EXPECT_THAT(seen_by(kApp, "ann", {"bob", "dan", "cat"}), ElementsAre(by_me, none, of_me));
  EXPECT_THAT(seen_by(kApp, "bob", {"ann", "cat"}),
              ElementsAre(Relation{.blocked_me_at = at(1)}, none));
  EXPECT_THAT(seen_by(kOtherApp, "ann", {"bob", "cat"}), ElementsAre(none, none));
  EXPECT_THAT(seen_by(kApp, "ann", {}), IsEmpty());
}

TEST_P(RelationCase, BlockingAgainKeepsTheFirstTime) {
  EXPECT_TRUE(block(kApp, "ann", "bob", at(1)));
  EXPECT_FALSE(block(kApp, "ann", "bob", at(2)));
  EXPECT_TRUE(block(kApp, "bob", "ann", at(3)));
  EXPECT_THAT(seen_by(kApp, "ann", {"bob"}),
              ElementsAre(Relation{.blocked_by_me_at = at(1), .blocked_me_at = at(3)}));
}

TEST_P(RelationCase, UnblockingLeavesTheOtherSideAndTheOtherApp) {
  block(kApp, "ann", "bob", at(1));
  block(kApp, "bob", "ann", at(2));
  block(kOtherApp, "ann", "bob", at(3));
  EXPECT_TRUE(apply(&RelationStore::unblock, kApp, "ann", "bob"));
  EXPECT_FALSE(apply(&RelationStore::unblock, kApp, "ann", "bob"));
  EXPECT_FALSE(apply(&RelationStore::unblock, kApp, "cat", "bob"));
  EXPECT_THAT(seen_by(kApp, "ann", {"bob"}), ElementsAre(Relation{.blocked_me_at = at(2)}));
  EXPECT_THAT(seen_by(kOtherApp, "ann", {"bob"}), ElementsAre(Relation{.blocked_by_me_at = at(3)}));
}

TEST_P(RelationCase, FriendsAreFriendsOfEachOther) {
  EXPECT_TRUE(befriend(kApp, "bob", "ann"));
  EXPECT_FALSE(befriend(kApp, "bob", "ann"));
  EXPECT_FALSE(befriend(kApp, "ann", "bob"));
  EXPECT_TRUE(befriend(kApp, "ann", "cat"));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::friends), ElementsAre("bob", "cat"));
  EXPECT_THAT(related(kApp, "bob", RelationFilter::friends), ElementsAre("ann"));
  EXPECT_THAT(related(kApp, "dan", RelationFilter::friends), IsEmpty());
  read([](Transaction& transaction) {
    auto& relations = transaction.relations();
    EXPECT_TRUE(relations.are_friends(kApp, "ann", "bob"));
    EXPECT_TRUE(relations.are_friends(kApp, "bob", "ann"));
    EXPECT_FALSE(relations.are_friends(kApp, "bob", "cat"));
    EXPECT_FALSE(relations.are_friends(kOtherApp, "ann", "bob"));
    return 0;
  });
  EXPECT_THAT(related(kOtherApp, "ann", RelationFilter::friends), IsEmpty());
}

TEST_P(RelationCase, AFriendshipEndsForBoth) {
  befriend(kApp, "ann", "bob");
  befriend(kOtherApp, "ann", "bob");
  EXPECT_FALSE(apply(&RelationStore::unfriend, kApp, "ann", "cat"));
  EXPECT_TRUE(apply(&RelationStore::unfriend, kApp, "bob", "ann"));
  EXPECT_FALSE(apply(&RelationStore::unfriend, kApp, "ann", "bob"));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::friends), IsEmpty());
  EXPECT_THAT(related(kApp, "bob", RelationFilter::friends), IsEmpty());
  EXPECT_THAT(related(kOtherApp, "ann", RelationFilter::friends), ElementsAre("bob"));
}

TEST_P(RelationCase, ListsShowEitherDirectionOfABlock) {
  block(kApp, "ann", "bob", at(1));
  block(kApp, "cat", "ann", at(2));
  block(kApp, "ann", "dan", at(3));
  block(kApp, "dan", "ann", at(4));
  block(kApp, "bob", "cat", at(5));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::blocked_by_me), ElementsAre("bob", "dan"));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::has_blocked_me), ElementsAre("cat", "dan"));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::blocked), ElementsAre("bob", "cat", "dan"));
  EXPECT_THAT(related(kOtherApp, "ann", RelationFilter::blocked), IsEmpty());
}

TEST_P(RelationCase, AUserTakesItsRelationsAlongAndALaterOneHasNone) {
  block(kApp, "ann", "bob", at(1));
  block(kApp, "bob", "ann", at(2));
  befriend(kApp, "ann", "bob");
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().remove(kApp, "bob"));
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("bob")));
  });
  EXPECT_THAT(seen_by(kApp, "ann", {"bob"}), ElementsAre(Relation{}));
  EXPECT_THAT(related(kApp, "ann", RelationFilter::friends), IsEmpty());
  EXPECT_THAT(related(kApp, "bob", RelationFilter::blocked), IsEmpty());
  EXPECT_TRUE(befriend(kApp, "ann", "bob"));
}

TEST_P(RelationCase, RemoveSomeTakesNoMoreThanAskedFor) {
  for (const auto app : {kApp, kOtherApp}) {
    block(app, "ann", "bob", at(1));
    block(app, "cat", "ann", at(1));
    block(app, "bob", "cat", at(1));
    befriend(app, "ann", "dan");
  }
  const auto remove_some = [&] {
    return write([&](Transaction& transaction) {
      return transaction.relations().remove_some(kApp, "ann", 3);
    });
  };
  EXPECT_EQ(remove_some(), 3U);
  EXPECT_EQ(remove_some(), 1U);  // The last of four rows: two blocks, and two for the friendship.
  EXPECT_EQ(remove_some(), 0U);
  EXPECT_THAT(related(kApp, "ann", RelationFilter::blocked), IsEmpty());
  EXPECT_THAT(related(kApp, "dan", RelationFilter::friends), IsEmpty());
  EXPECT_THAT(related(kApp, "cat", RelationFilter::blocked), ElementsAre("bob"));
  EXPECT_THAT(related(kOtherApp, "dan", RelationFilter::friends), ElementsAre("ann"));
}

TEST_P(RelationCase, RelationsSurviveARestart) {
  block(kApp, "ann", "bob", at(1));
  befriend(kApp, "ann", "cat");
  reopen();
  EXPECT_THAT(seen_by(kApp, "ann", {"bob"}), ElementsAre(Relation{.blocked_by_me_at = at(1)}));
  EXPECT_THAT(related(kApp, "cat", RelationFilter::friends), ElementsAre("ann"));
}

}  // namespace parley::store_suite
