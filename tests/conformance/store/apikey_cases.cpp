#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::ApiKey;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

class ApiKeyCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](Transaction& transaction) {
      transaction.api_keys().insert(sample_key(kApp, "key_1"));
      transaction.api_keys().insert(sample_key(kOtherApp, "key_1"));
    });
  }

  std::optional<ApiKey> find(std::string_view app, std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.api_keys().find(app, id); });
  }

  std::optional<ApiKey> find_by_digest(const crypto::Sha256& digest) {
    return read(
        [&](Transaction& transaction) { return transaction.api_keys().find_by_digest(digest); });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(ApiKeyCase);

TEST_P(ApiKeyCase, NewKeysHaveAChecksum) {
  EXPECT_THAT(read([](Transaction& transaction) {
                return transaction.api_keys().digests_without_checksum(10);
              }),
              IsEmpty());
}

TEST_P(ApiKeyCase, KeepsEveryFieldOnEachApp) {
  EXPECT_THAT(find(kApp, "key_1"), Optional(sample_key(kApp, "key_1")));
  EXPECT_THAT(find(kOtherApp, "key_1"), Optional(sample_key(kOtherApp, "key_1")));
  EXPECT_EQ(find(kApp, "key_2"), std::nullopt);
}

TEST_P(ApiKeyCase, ADigestNamesTheApp) {
  EXPECT_THAT(find_by_digest(sample_key(kApp, "key_1").digest),
              Optional(sample_key(kApp, "key_1")));
  EXPECT_THAT(find_by_digest(sample_key(kOtherApp, "key_1").digest),
              Optional(sample_key(kOtherApp, "key_1")));
  EXPECT_EQ(find_by_digest(crypto::sha256("unknown")), std::nullopt);
}

TEST_P(ApiKeyCase, ListsTheOldestFirstAndOfThisAppOnly) {
  ApiKey newest = sample_key(kApp, "key_0");
  newest.created_at = at(30);
  ApiKey oldest = sample_key(kApp, "key_9");
  oldest.created_at = at(5);
  write([&](Transaction& transaction) {
    transaction.api_keys().insert(newest);
    transaction.api_keys().insert(oldest);
  });
  const auto list = [&](std::string_view app) {
    return read([&](Transaction& transaction) { return transaction.api_keys().list(app); });
  };
  EXPECT_THAT(list(kApp), ElementsAre(oldest, sample_key(kApp, "key_1"), newest));
  EXPECT_THAT(list(kOtherApp), ElementsAre(sample_key(kOtherApp, "key_1")));
  EXPECT_THAT(list("unknown"), IsEmpty());
}

TEST_P(ApiKeyCase, UpdateSetsNameAndScopeOfThisAppOnly) {
  ApiKey changed = sample_key(kApp, "key_1");
  changed.name = "Renamed";
  changed.scope = core::Scope::auth_only;
  ApiKey asked = changed;
  asked.digest = crypto::sha256("other");
  asked.hint = "other";
  asked.last_used_at = at(999);
  EXPECT_TRUE(
      write([&](Transaction& transaction) { return transaction.api_keys().update(asked); }));
  EXPECT_THAT(find(kApp, "key_1"), Optional(changed));
  EXPECT_THAT(find(kOtherApp, "key_1"), Optional(sample_key(kOtherApp, "key_1")));

  asked.id = "key_2";
  EXPECT_FALSE(
      write([&](Transaction& transaction) { return transaction.api_keys().update(asked); }));
}

TEST_P(ApiKeyCase, TouchSetsLastUseOfThisAppOnly) {
  write([](Transaction& transaction) {
    transaction.api_keys().touch(kApp, "key_1", at(500));
    transaction.api_keys().touch(kApp, "unknown", at(500));
  });
  EXPECT_EQ(find(kApp, "key_1")->last_used_at, at(500));
  EXPECT_EQ(find(kOtherApp, "key_1")->last_used_at, at(20));
}

TEST_P(ApiKeyCase, RemoveTakesTheKeyOfThisAppOnly) {
  const auto remove = [&](std::string_view id) {
    return write([&](Transaction& transaction) { return transaction.api_keys().remove(kApp, id); });
  };
  EXPECT_TRUE(remove("key_1"));
  EXPECT_FALSE(remove("key_1"));
  EXPECT_FALSE(remove("unknown"));
  EXPECT_EQ(find(kApp, "key_1"), std::nullopt);
  EXPECT_EQ(find_by_digest(sample_key(kApp, "key_1").digest), std::nullopt);
  EXPECT_TRUE(find(kOtherApp, "key_1"));
}

}  // namespace parley::store_suite
