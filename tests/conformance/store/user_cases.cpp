#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Transaction;
using core::User;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::UnorderedElementsAre;

/// The same user in both apps.
class UserCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    insert(kApp, sample_user("ann"));
    insert(kOtherApp, sample_user("ann"));
  }

  bool insert(std::string_view app, const User& user) {
    return write([&](Transaction& transaction) { return transaction.users().insert(app, user); });
  }

  bool update(std::string_view app, const User& user) {
    return write([&](Transaction& transaction) { return transaction.users().update(app, user); });
  }

  void set_deactivated_at(const std::string& uid, Time deactivated_at) {
    write([&](Transaction& transaction) {
      const std::vector uids{uid, std::string("unknown")};
      transaction.users().set_deactivated_at(kApp, uids, deactivated_at, at(95));
    });
  }

  std::optional<User> find(std::string_view app, std::string_view uid) {
    return read([&](Transaction& transaction) { return transaction.users().find(app, uid); });
  }

  std::uint64_t count(std::string_view app, const core::UserQuery& query = {}) {
    return read([&](Transaction& transaction) {
      return transaction.users().list(core::WalkPermit(), app, query).total;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(UserCase);

TEST_P(UserCase, KeepsEveryFieldOnEachApp) {
  User other = sample_user("bob");
  other.deactivated_at = at(90);
  other.name = "Никола́й \"Коля\" 李 😀";
  insert(kApp, other);
  EXPECT_THAT(find(kApp, "ann"), Optional(sample_user("ann")));
  EXPECT_THAT(find(kOtherApp, "ann"), Optional(sample_user("ann")));
  EXPECT_THAT(find(kApp, "bob"), Optional(other));
  EXPECT_EQ(find(kOtherApp, "bob"), std::nullopt);
  EXPECT_EQ(find(kApp, "unknown"), std::nullopt);
}

TEST_P(UserCase, TellsWhenAUserOfThisAppWasDeactivated) {
  User gone = sample_user("bob");
  gone.deactivated_at = at(90);
  insert(kApp, gone);
  const auto deactivated_at = [&](std::string_view app, std::string_view uid) {
    return read(
        [&](Transaction& transaction) { return transaction.users().deactivated_at(app, uid); });
  };
  EXPECT_EQ(deactivated_at(kApp, "ann"), kNever);
  EXPECT_EQ(deactivated_at(kApp, "bob"), at(90));
  EXPECT_EQ(deactivated_at(kOtherApp, "bob"), std::nullopt);
  EXPECT_EQ(deactivated_at(kApp, "unknown"), std::nullopt);
}

TEST_P(UserCase, KeepsAUserWithNothingButAName) {
  const User bare{.uid = "bare", .name = "B", .role = "default", .created_at = at(1)};
  EXPECT_TRUE(insert(kApp, bare));
  EXPECT_THAT(find(kApp, "bare"), Optional(bare));
}

TEST_P(UserCase, InsertRefusesAUidTakenInThisAppAndChangesNothing) {
  User other = named("ann", "Somebody else");
  other.tags = {"new-tag"};
  EXPECT_FALSE(insert(kApp, other));
  EXPECT_THAT(find(kApp, "ann"), Optional(sample_user("ann")));
  EXPECT_EQ(count(kApp), 1u);
  EXPECT_EQ(count(kApp, {.search = "somebody"}), 0u);
  EXPECT_EQ(count(kApp, {.tags = {"new-tag"}}), 0u);
}

TEST_P(UserCase, UpdateReplacesWhatNoOneElseSetsOfTheUserOfThisAppOnly) {
  User changed{.uid = "ann",
               .name = "Renamed",
               .avatar = "https://example.com/new.png",
               .role = "vip",
               .tags = {"new-tag", "ant"},
               .last_active_at = at(91),
               .created_at = at(92),
               .updated_at = at(93),
               .deactivated_at = at(94)};
  EXPECT_TRUE(update(kApp, changed));
  changed.created_at = sample_user("ann").created_at;
  changed.last_active_at = sample_user("ann").last_active_at;
  changed.deactivated_at = kNever;
  EXPECT_THAT(find(kApp, "ann"), Optional(changed));
  EXPECT_THAT(find(kOtherApp, "ann"), Optional(sample_user("ann")));

  changed.uid = "unknown";
  EXPECT_FALSE(update(kApp, changed));
  EXPECT_EQ(find(kApp, "unknown"), std::nullopt);
}

TEST_P(UserCase, ListsFollowAnUpdate) {
  User changed = named("ann", "Renamed Person");
  changed.role = "vip";
  changed.tags = {"new-tag", "ant"};
  update(kApp, changed);
  for (const auto& [app, renamed] : {std::pair(kApp, 1u), std::pair(kOtherApp, 0u)}) {
    EXPECT_EQ(count(app, {.search = "renamed"}), renamed);
    EXPECT_EQ(count(app, {.search = "person"}), renamed);
    EXPECT_EQ(count(app, {.search = "name"}), 1 - renamed);
    EXPECT_EQ(count(app, {.tags = {"new-tag"}}), renamed);
    EXPECT_EQ(count(app, {.tags = {"zebra"}}), 1 - renamed);
    EXPECT_EQ(count(app, {.tags = {"ant"}}), 1u);
    EXPECT_EQ(count(app, {.roles = {"vip"}}), renamed);
    EXPECT_EQ(count(app, {.roles = {"default"}}), 1 - renamed);
    EXPECT_EQ(count(app), 1u);
  }
}

TEST_P(UserCase, ListsFollowDeactivationAndReactivation) {
  set_deactivated_at("ann", at(90));
  EXPECT_EQ(find(kApp, "ann")->deactivated_at, at(90));
  EXPECT_EQ(find(kApp, "ann")->updated_at, at(95));
  EXPECT_EQ(count(kApp), 0u);
  EXPECT_EQ(count(kApp, {.activity = core::Activity::deactivated_only}), 1u);
  EXPECT_EQ(count(kApp, {.activity = core::Activity::with_deactivated}), 1u);
  EXPECT_EQ(count(kOtherApp), 1u);

  EXPECT_TRUE(update(kApp, sample_user("ann")));
  EXPECT_EQ(count(kApp), 0u) << "an update does not activate";
  set_deactivated_at("ann", kNever);
  EXPECT_EQ(count(kApp), 1u);
  EXPECT_EQ(count(kApp, {.activity = core::Activity::deactivated_only}), 0u);
}

TEST_P(UserCase, TouchSetsLastActivityOfThisAppOnly) {
  User touched = sample_user("ann");
  for (const auto now : {at(500), at(400)}) {  // The clock was set back.
    write([&](Transaction& transaction) {
      transaction.users().touch(kApp, "ann", now);
      transaction.users().touch(kApp, "unknown", now);
    });
    touched.last_active_at = now;
    EXPECT_THAT(find(kApp, "ann"), Optional(touched));
  }
  EXPECT_THAT(find(kOtherApp, "ann"), Optional(sample_user("ann")));
}

TEST_P(UserCase, ChangeRoleTakesAllUsersOfTheRoleOnThisAppOnly) {
  const auto with_role = [](const std::string& uid, const std::string& role) {
    User user = sample_user(uid);
    user.role = role;
    return user;
  };
  User deactivated = with_role("cid", "vip");
  deactivated.deactivated_at = at(90);
  insert(kApp, with_role("bob", "vip"));
  insert(kApp, deactivated);
  insert(kApp, with_role("dan", "staff"));
  insert(kOtherApp, with_role("bob", "vip"));
  const auto change_role = [&](std::string_view from, std::string_view to) {
    return write([&](Transaction& transaction) {
      return transaction.users().change_role(kApp, from, to, 100);
    });
  };
  const auto count_of = [&](std::string_view app, std::string_view role) {
    return read(
        [&](Transaction& transaction) { return transaction.users().count_of_role(app, role); });
  };
  EXPECT_EQ(count_of(kApp, "vip"), 2u);
  EXPECT_THAT(change_role("vip", "default"), UnorderedElementsAre("bob", "cid"));
  EXPECT_THAT(change_role("vip", "default"), IsEmpty());
  EXPECT_EQ(count_of(kApp, "vip"), 0u);
  EXPECT_EQ(count_of(kOtherApp, "vip"), 1u);
  EXPECT_EQ(find(kApp, "bob")->role, "default");
  EXPECT_EQ(find(kApp, "cid")->role, "default");
  EXPECT_EQ(find(kApp, "dan")->role, "staff");
  EXPECT_EQ(find(kOtherApp, "bob")->role, "vip");
  EXPECT_EQ(count(kApp, {.roles = {"default"}}), 2u);
  EXPECT_EQ(count(kApp, {.roles = {"vip"}, .activity = core::Activity::with_deactivated}), 0u);
  EXPECT_EQ(count(kOtherApp, {.roles = {"vip"}}), 1u);
}

TEST_P(UserCase, RemoveTakesTheUserOfThisAppOnly) {
  const auto remove = [&](std::string_view uid) {
    return write([&](Transaction& transaction) { return transaction.users().remove(kApp, uid); });
  };
  EXPECT_TRUE(remove("ann"));
  EXPECT_FALSE(remove("ann"));
  EXPECT_FALSE(remove("unknown"));
  EXPECT_EQ(find(kApp, "ann"), std::nullopt);
  EXPECT_THAT(find(kOtherApp, "ann"), Optional(sample_user("ann")));
  for (const auto& [app, left] : {std::pair(kApp, 0u), std::pair(kOtherApp, 1u)}) {
    EXPECT_EQ(count(app), left);
    EXPECT_EQ(count(app, {.search = "name"}), left);
    EXPECT_EQ(count(app, {.tags = {"ant"}}), left);
    EXPECT_EQ(count(app, {.roles = {"default"}}), left);
  }
}

TEST_P(UserCase, ANewUserOfARemovedUidInheritsNothing) {
  const User fresh{.uid = "ann", .name = "Fresh", .role = "default", .created_at = at(1)};
  write([&](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().remove(kApp, "ann"));
    EXPECT_TRUE(transaction.users().insert(kApp, fresh));
  });
  EXPECT_THAT(find(kApp, "ann"), Optional(fresh));
  EXPECT_EQ(count(kApp, {.search = "name"}), 0u);
  EXPECT_EQ(count(kApp, {.tags = {"ant"}}), 0u);
}

TEST_P(UserCase, TextIsNeverReadAsSql) {
  const std::string quote = "Robert'); DROP TABLE users; --";
  insert(kApp, named("bobby", quote));
  EXPECT_EQ(find(kApp, "bobby")->name, quote);
  EXPECT_EQ(find(kApp, "' OR '1'='1"), std::nullopt);
  EXPECT_EQ(count(kApp, {.search = "robert'); drop"}), 1u);
  EXPECT_EQ(count(kApp, {.tags = {"' OR 1=1 --"}}), 0u);
}

TEST_P(UserCase, ListsTheNewestWhoAreActive) {
  for (const auto* uid : {"zoe", "bob", "eve"}) insert(kApp, sample_user(uid));
  insert(kOtherApp, sample_user("new"));
  set_deactivated_at("eve", at(9));
  const auto newest = [&](std::string_view app, std::uint32_t limit) {
    std::vector<std::string> uids;
    for (const auto& user :
         read([&](Transaction& transaction) { return transaction.users().newest(app, limit); }))
      uids.push_back(user.uid);
    return uids;
  };
  EXPECT_THAT(newest(kApp, 2), testing::ElementsAre("bob", "zoe"));
  EXPECT_THAT(newest(kApp, 9), testing::ElementsAre("bob", "zoe", "ann"));
  EXPECT_THAT(newest(kOtherApp, 9), testing::ElementsAre("new", "ann"));
}

TEST_P(UserCase, ChangeRoleTakesNoMoreUsersThanAskedFor) {
  for (const auto app : {kApp, kOtherApp}) {
    for (int i = 0; i < 5; ++i) {
      User user = sample_user("vip-" + std::to_string(i));
      user.role = "vip";
      insert(app, user);
    }
  }
  const auto change_role = [&] {
    return write([](Transaction& transaction) {
      return transaction.users().change_role(kApp, "vip", "default", 2);
    });
  };
  EXPECT_EQ(change_role().size(), 2u);
  EXPECT_EQ(count(kApp, {.roles = {"vip"}}), 3u);
  EXPECT_EQ(change_role().size(), 2u);
  EXPECT_EQ(change_role().size(), 1u);
  EXPECT_THAT(change_role(), IsEmpty());
  EXPECT_EQ(count(kApp, {.roles = {"vip"}}), 0u);
  EXPECT_EQ(count(kOtherApp, {.roles = {"vip"}}), 5u);
}

}  // namespace parley::store_suite
