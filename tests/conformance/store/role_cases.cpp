#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Role;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

class RoleCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](Transaction& transaction) {
      return transaction.roles().insert(kApp, sample_role("vip")) &&
             transaction.roles().insert(kOtherApp, sample_role("vip"));
    });
  }

  std::optional<Role> find(std::string_view app, std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.roles().find(app, id); });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(RoleCase);

TEST_P(RoleCase, KeepsEveryFieldOnEachApp) {
  EXPECT_THAT(find(kApp, "vip"), Optional(sample_role("vip")));
  EXPECT_THAT(find(kOtherApp, "vip"), Optional(sample_role("vip")));
  EXPECT_EQ(find(kApp, "unknown"), std::nullopt);
  EXPECT_EQ(find("unknown", "vip"), std::nullopt);
}

TEST_P(RoleCase, HasThoseOfThisAppOnly) {
  const auto has = [&](std::string_view app, std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.roles().has(app, id); });
  };
  write([](Transaction& transaction) {
    return transaction.roles().insert(kOtherApp, sample_role("guest"));
  });
  EXPECT_TRUE(has(kApp, "vip"));
  EXPECT_TRUE(has(kOtherApp, "guest"));
  EXPECT_FALSE(has(kApp, "guest"));
  EXPECT_FALSE(has("unknown", "vip"));
}

TEST_P(RoleCase, ListsByIdAndOfThisAppOnly) {
  write([](Transaction& transaction) {
    return transaction.roles().insert(kApp, sample_role("zoo-keeper")) &&
           transaction.roles().insert(kApp, sample_role("admin"));
  });
  const auto list = [&](std::string_view app) {
    return read([&](Transaction& transaction) { return transaction.roles().list(app); });
  };
  EXPECT_THAT(list(kApp),
              ElementsAre(sample_role("admin"), sample_role("vip"), sample_role("zoo-keeper")));
  EXPECT_THAT(list(kOtherApp), ElementsAre(sample_role("vip")));
  EXPECT_THAT(list("unknown"), IsEmpty());
}

TEST_P(RoleCase, InsertRefusesAnIdTakenInThisAppAndChangesNothing) {
  Role other = sample_role("vip");
  other.name = "Another";
  EXPECT_FALSE(
      write([&](Transaction& transaction) { return transaction.roles().insert(kApp, other); }));
  EXPECT_THAT(find(kApp, "vip"), Optional(sample_role("vip")));
}

TEST_P(RoleCase, UpdateReplacesTheRoleOfThisAppOnly) {
  Role changed{.id = "vip",
               .name = "Renamed",
               .settings = {.list_users = core::Audience::all,
                            .send_messages_to = core::Audience::friends_only},
               .created_at = at(30),
               .updated_at = at(99)};
  EXPECT_TRUE(
      write([&](Transaction& transaction) { return transaction.roles().update(kApp, changed); }));
  EXPECT_THAT(find(kApp, "vip"), Optional(changed));
  EXPECT_THAT(find(kOtherApp, "vip"), Optional(sample_role("vip")));

  changed.id = "unknown";
  EXPECT_FALSE(
      write([&](Transaction& transaction) { return transaction.roles().update(kApp, changed); }));
}

TEST_P(RoleCase, RemoveTakesTheRoleOfThisAppAndLeavesUsersAlone) {
  core::User user = sample_user("ann");
  user.role = "vip";
  write([&](Transaction& transaction) { return transaction.users().insert(kApp, user); });
  const auto remove = [&](std::string_view id) {
    return write([&](Transaction& transaction) { return transaction.roles().remove(kApp, id); });
  };
  EXPECT_TRUE(remove("vip"));
  EXPECT_FALSE(remove("vip"));
  EXPECT_FALSE(remove("unknown"));
  EXPECT_EQ(find(kApp, "vip"), std::nullopt);
  EXPECT_TRUE(find(kOtherApp, "vip"));
  EXPECT_THAT(read([](Transaction& transaction) { return transaction.users().find(kApp, "ann"); }),
              Optional(user));
}

TEST_P(RoleCase, ARemovedRoleOfThisAppIsRememberedUntilNoUserHasIt) {
  using core::RemovedRole;
  const RemovedRole vip{std::string(kApp), "vip"};
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.roles().remove(kApp, "vip"));
    EXPECT_FALSE(transaction.roles().remove(kApp, "unknown"));
  });
  reopen();
  read([&](Transaction& transaction) {
    auto& roles = transaction.roles();
    EXPECT_TRUE(roles.is_being_removed(kApp, "vip"));
    EXPECT_FALSE(roles.is_being_removed(kOtherApp, "vip"));
    EXPECT_FALSE(roles.is_being_removed(kApp, "unknown"));
    EXPECT_THAT(roles.list_removed(), ElementsAre(vip));
  });
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.roles().remove(kOtherApp, "vip"));
    transaction.roles().forget_removed(kApp, "vip");
  });
  EXPECT_THAT(read([](Transaction& transaction) { return transaction.roles().list_removed(); }),
              ElementsAre(RemovedRole{std::string(kOtherApp), "vip"}));
  write([](Transaction& transaction) { remove_completely(transaction, kOtherApp); });
  EXPECT_THAT(read([](Transaction& transaction) { return transaction.roles().list_removed(); }),
              testing::IsEmpty());
}

}  // namespace parley::store_suite
