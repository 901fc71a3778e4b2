#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::App;
using core::Transaction;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Optional;

class AppCase : public StoreCase {
 protected:
  std::optional<App> find(std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.apps().find(id); });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(AppCase);

/// A sample app as StoreCase stores it.
App stored(std::string_view id, core::AppEpoch epoch) {
  auto app = sample_app(id);
  app.epoch = epoch;
  return app;
}

TEST_P(AppCase, KeepsEveryField) {
  EXPECT_THAT(find(kApp), Optional(stored(kApp, 1)));
  EXPECT_EQ(find("unknown"), std::nullopt);
  EXPECT_EQ(find(""), std::nullopt);
}

TEST_P(AppCase, KeepsAnAppWithoutLimits) {
  App plain{.id = "plain", .name = "Plain", .created_at = at(1), .updated_at = at(1)};
  EXPECT_EQ(write([&](Transaction& transaction) { return transaction.apps().insert(plain); }), 3u);
  plain.epoch = 3;
  EXPECT_THAT(find("plain"), Optional(plain));
}

TEST_P(AppCase, ListsById) {
  write([](Transaction& transaction) { return transaction.apps().insert(sample_app("a-first")); });
  EXPECT_THAT(
      read([](Transaction& transaction) { return transaction.apps().list(); }),
      ElementsAre(Field(&App::id, "a-first"), Field(&App::id, kOtherApp), Field(&App::id, kApp)));
}

TEST_P(AppCase, InsertRefusesATakenIdAndChangesNothing) {
  App other = sample_app(kApp);
  other.name = "Another";
  EXPECT_FALSE(write([&](Transaction& transaction) { return transaction.apps().insert(other); }));
  EXPECT_THAT(find(kApp), Optional(stored(kApp, 1)));
}

TEST_P(AppCase, UpdateReplacesThisAppOnly) {
  App changed{.id = std::string(kApp),
              .name = "Renamed",
              .region = "us",
              .token_ttl = std::chrono::seconds{5},
              .allowed_origins = {},
              .created_at = at(1),
              .updated_at = at(99)};
  EXPECT_TRUE(write([&](Transaction& transaction) { return transaction.apps().update(changed); }));
  changed.epoch = 1;
  EXPECT_THAT(find(kApp), Optional(changed));
  EXPECT_THAT(find(kOtherApp), Optional(stored(kOtherApp, 2)));

  changed.id = "unknown";
  EXPECT_FALSE(write([&](Transaction& transaction) { return transaction.apps().update(changed); }));
}

TEST_P(AppCase, RemoveTakesEverythingOfThisAppAndNothingOfAnother) {
  const auto fill = [](Transaction& transaction, std::string_view app) {
    transaction.api_keys().insert(sample_key(app, "key_1"));
    EXPECT_TRUE(transaction.roles().insert(app, sample_role("default")));
    EXPECT_TRUE(transaction.users().insert(app, sample_user("ann")));
    transaction.sessions().begin(sample_session(app, "ann", std::string(app) + "_ses_1"),
                                 kAnyNumber);
  };
  write([&](Transaction& transaction) {
    fill(transaction, kApp);
    fill(transaction, kOtherApp);
  });
  EXPECT_EQ(write([](Transaction& transaction) { return transaction.apps().remove(kApp); }), 1u);
  EXPECT_FALSE(write([](Transaction& transaction) { return transaction.apps().remove(kApp); }));
  EXPECT_TRUE(
      write([](Transaction& transaction) { return transaction.apps().purge_removed(kApp, 100); }));

  read([](Transaction& transaction) {
    const auto digest = sample_session(kApp, "ann", "here_ses_1").digest;
    EXPECT_EQ(transaction.apps().find(kApp), std::nullopt);
    EXPECT_THAT(transaction.api_keys().list(kApp), IsEmpty());
    EXPECT_THAT(transaction.roles().list(kApp), IsEmpty());
    EXPECT_EQ(transaction.users().find(kApp, "ann"), std::nullopt);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {}).total, 0u);
    EXPECT_EQ(transaction.sessions().find_by_digest(digest), std::nullopt);

    EXPECT_EQ(transaction.api_keys().list(kOtherApp).size(), 1u);
    EXPECT_EQ(transaction.roles().list(kOtherApp).size(), 1u);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kOtherApp, {}).total, 1u);
    EXPECT_TRUE(transaction.sessions().find(kOtherApp, "ann", "elsewhere_ses_1"));
  });
}

TEST_P(AppCase, ANewAppOfARemovedIdInheritsNothing) {
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("ann")));
    remove_completely(transaction, kApp);
    EXPECT_TRUE(transaction.apps().insert(sample_app(kApp)));
    EXPECT_TRUE(transaction.users().insert(kApp, named("bob", "Robert")));
  });
  read([](Transaction& transaction) {
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {}).total, 1u);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.search = "name"}).total, 0u);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.tags = {"ant"}}).total, 1u);
  });
}

TEST_P(AppCase, AnEpochIsNeverGivenTwice) {
  const auto replace = [&](std::string_view id) {
    return write([&](Transaction& transaction) {
      remove_completely(transaction, id);
      return transaction.apps().insert(sample_app(id));
    });
  };
  EXPECT_EQ(replace(kOtherApp), 3u);
  EXPECT_EQ(replace(kOtherApp), 4u) << "the highest epoch must not be reused";
  write([](Transaction& transaction) { remove_completely(transaction, kOtherApp); });
  reopen();
  EXPECT_EQ(replace(kOtherApp), 5u);
  EXPECT_EQ(replace(kApp), 6u);
  EXPECT_FALSE(
      write([](Transaction& transaction) { return transaction.apps().insert(sample_app(kApp)); }));
  EXPECT_EQ(replace("new"), 7u) << "a failed insert must not consume an epoch";
  read([](Transaction& transaction) {
    EXPECT_EQ(transaction.apps().epoch_of(kApp), 6u);
    EXPECT_EQ(transaction.apps().find(kApp)->epoch, 6u);
    EXPECT_EQ(transaction.apps().epoch_of("unknown"), std::nullopt);
  });
}

TEST_P(AppCase, ARemovedAppIsGoneAtOnceAndItsIdTakenUntilNothingIsLeftOfIt) {
  const auto is_being_removed = [&](std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.apps().is_being_removed(id); });
  };
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("ann")));
    EXPECT_TRUE(transaction.apps().remove(kApp));
  });
  reopen();
  EXPECT_EQ(find(kApp), std::nullopt);
  EXPECT_TRUE(find(kOtherApp));
  EXPECT_TRUE(is_being_removed(kApp));
  EXPECT_FALSE(is_being_removed(kOtherApp));
  EXPECT_FALSE(is_being_removed("unknown"));
  write([](Transaction& transaction) {
    auto& apps = transaction.apps();
    EXPECT_EQ(apps.epoch_of(kApp), std::nullopt);
    EXPECT_THAT(apps.list(), ElementsAre(Field(&App::id, kOtherApp)));
    EXPECT_THAT(apps.list_removed(), ElementsAre(kApp));
    EXPECT_FALSE(apps.update(sample_app(kApp)));
    EXPECT_FALSE(apps.insert(sample_app(kApp)));
    EXPECT_TRUE(apps.purge_removed(kOtherApp, 100)) << "the app was not removed";
    EXPECT_TRUE(apps.find(kOtherApp));
    EXPECT_TRUE(apps.purge_removed(kApp, 100));
    EXPECT_THAT(apps.list_removed(), IsEmpty());
    EXPECT_TRUE(apps.insert(sample_app(kApp)));
  });
  EXPECT_FALSE(is_being_removed(kApp));
}

// Deleting many rows at once would block all writes, so they are deleted in limited steps.
TEST_P(AppCase, ARemovedAppIsPurgedInStepsThatSurviveARestart) {
  constexpr std::uint32_t kLimit = 50;
  constexpr int kUsers = 60;
  write([](Transaction& transaction) {
    for (const auto app : {kApp, kOtherApp}) {
      for (int i = 0; i < kUsers; ++i) {
        const auto uid = "user-" + std::to_string(i);
        EXPECT_TRUE(transaction.users().insert(app, sample_user(uid)));
        transaction.sessions().begin(sample_session(app, uid, std::string(app) + uid), kAnyNumber);
        if (i == 0) continue;
        transaction.relations().block(app, "user-0", uid, at(1));
        transaction.relations().block(app, uid, "user-0", at(1));
        transaction.relations().befriend(app, "user-0", uid, at(1));
      }
      for (int i = 0; i < 200; ++i) {
        const auto id = std::string(app) + "ses_" + std::to_string(i);
        transaction.sessions().begin(sample_session(app, "user-0", id), kAnyNumber);
        transaction.failures().add(app, at(0) + std::chrono::hours{i}, "ERR_A", 1);
      }
    }
    EXPECT_TRUE(transaction.apps().remove(kApp));
  });
  // Counts the users and sessions of an app, and its hours with failures.
  const auto count = [&](std::string_view app) {
    return read([&](Transaction& transaction) {
      const auto users = transaction.users().list(core::WalkPermit(), app, {.per_page = 1}).total;
      const auto hours = transaction.failures().since(app, kNever).size();
      return users + transaction.sessions().count_live(core::WalkPermit(), app, at(3)) + hours;
    });
  };
  const auto elsewhere = count(kOtherApp);
  auto left = count(kApp);
  EXPECT_EQ(left, elsewhere);
  int steps = 0;
  for (bool all = false; !all; ++steps) {
    ASSERT_LT(steps, 1000);
    if (steps % 5 == 0) reopen();
    all = write(
        [](Transaction& transaction) { return transaction.apps().purge_removed(kApp, kLimit); });
    const auto now = count(kApp);
    EXPECT_LE(left - now, kLimit);
    left = now;
  }
  EXPECT_EQ(left, 0u);
  EXPECT_GT(steps, 10);
  EXPECT_EQ(count(kOtherApp), elsewhere);
  EXPECT_TRUE(
      write([](Transaction& transaction) { return transaction.apps().insert(sample_app(kApp)); }));
}

}  // namespace parley::store_suite
