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

TEST_P(AppCase, keeps_every_field) {
  EXPECT_THAT(find(kApp), Optional(sample_app(kApp)));
  EXPECT_EQ(find("unknown"), std::nullopt);
  EXPECT_EQ(find(""), std::nullopt);
}

TEST_P(AppCase, keeps_an_app_without_limits) {
  const App plain{.id = "plain", .name = "Plain", .created_at = at(1), .updated_at = at(1)};
  EXPECT_TRUE(write([&](Transaction& transaction) { return transaction.apps().insert(plain); }));
  EXPECT_THAT(find("plain"), Optional(plain));
}

TEST_P(AppCase, lists_by_id) {
  write([](Transaction& transaction) { return transaction.apps().insert(sample_app("a-first")); });
  EXPECT_THAT(
      read([](Transaction& transaction) { return transaction.apps().list(); }),
      ElementsAre(Field(&App::id, "a-first"), Field(&App::id, kOtherApp), Field(&App::id, kApp)));
}

TEST_P(AppCase, insert_refuses_a_taken_id_and_changes_nothing) {
  App other = sample_app(kApp);
  other.name = "Another";
  EXPECT_FALSE(write([&](Transaction& transaction) { return transaction.apps().insert(other); }));
  EXPECT_THAT(find(kApp), Optional(sample_app(kApp)));
}

TEST_P(AppCase, update_replaces_this_app_only) {
  App changed{.id = std::string(kApp),
              .name = "Renamed",
              .region = "us",
              .token_ttl = std::chrono::seconds{5},
              .allowed_origins = {},
              .created_at = at(1),
              .updated_at = at(99)};
  EXPECT_TRUE(write([&](Transaction& transaction) { return transaction.apps().update(changed); }));
  EXPECT_THAT(find(kApp), Optional(changed));
  EXPECT_THAT(find(kOtherApp), Optional(sample_app(kOtherApp)));

  changed.id = "unknown";
  EXPECT_FALSE(write([&](Transaction& transaction) { return transaction.apps().update(changed); }));
}

TEST_P(AppCase, remove_takes_everything_of_this_app_and_nothing_of_another) {
  const auto fill = [](Transaction& transaction, std::string_view app) {
    transaction.api_keys().insert(sample_key(app, "key_1"));
    EXPECT_TRUE(transaction.roles().insert(app, sample_role("default")));
    EXPECT_TRUE(transaction.users().insert(app, sample_user("ann")));
    transaction.sessions().insert(sample_session(app, "ann", std::string(app) + "_ses_1"));
  };
  write([&](Transaction& transaction) {
    fill(transaction, kApp);
    fill(transaction, kOtherApp);
  });
  EXPECT_TRUE(write([](Transaction& transaction) { return transaction.apps().remove(kApp); }));
  EXPECT_FALSE(write([](Transaction& transaction) { return transaction.apps().remove(kApp); }));

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

TEST_P(AppCase, a_new_app_of_a_removed_id_inherits_nothing) {
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("ann")));
    EXPECT_TRUE(transaction.apps().remove(kApp));
    EXPECT_TRUE(transaction.apps().insert(sample_app(kApp)));
    EXPECT_TRUE(transaction.users().insert(kApp, named("bob", "Robert")));
  });
  read([](Transaction& transaction) {
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {}).total, 1u);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.search = "name"}).total, 0u);
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.tags = {"ant"}}).total, 1u);
  });
}

}  // namespace parley::store_suite
