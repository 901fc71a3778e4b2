#include "core/apikey/service.hpp"

#include <gtest/gtest.h>

#include "crypto/token_format.hpp"
#include "storage/sqlite/database.hpp"
#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;

class ApiKeyServiceTest : public test_support::DomainTest {
 protected:
  CreatedApiKey create() {
    return runner.run(keys.create(actor, kApp, "Back end", Scope::full_access)).value();
  }

  /// A key as made by versions without checksums.
  std::string create_old() {
    const auto id = create().key.id;
    auto secret = crypto::random_hex(random, 20);
    using storage::sqlite::Database;
    Database database(directory / "parley.db", Database::Access::read_write, 5s);
    database.run("UPDATE api_keys SET digest = ?1, has_checksum = 0 WHERE id = ?2",
                 crypto::sha256(secret), id);
    return secret;
  }

  bool works(const std::string& secret) { return works(secret, keys); }

  bool works(const std::string& secret, ApiKeyService& service) {
    const auto found = runner.run(service.authenticate(secret));
    if (!found) {
      EXPECT_EQ(found.error().code, ErrorCode::kAuthErrApikeyNotFound);
    }
    return found.has_value();
  }

  /// Forty digits with a wrong checksum.
  std::string junk() {
    auto secret = crypto::make_api_key(random).expose();
    secret.back() = secret.back() == '7' ? '8' : '7';
    return secret;
  }

  ApiKeyService& keys = domain.api_keys;
};

TEST_F(ApiKeyServiceTest, JunkCostsNoLookup) {
  EXPECT_FALSE(works(junk()));  // The first one loads the keys without a checksum.
  const auto runs = repeating.runs();
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(works(junk()));
  EXPECT_EQ(repeating.runs(), runs);
  EXPECT_FALSE(works(crypto::make_api_key(random).expose()));
  EXPECT_EQ(repeating.runs(), runs + 1) << "only the store knows that it was never issued";
  EXPECT_TRUE(works(create().secret.expose()));
}

TEST_F(ApiKeyServiceTest, KeysFromBeforeChecksumsWorkAndJunkStillCostsNoLookup) {
  const auto old = create_old();
  ASSERT_FALSE(crypto::has_api_key_checksum(old));
  ApiKeyService restarted(Environment{repeating, bus, clock, steady_clock, random});
  EXPECT_FALSE(works(junk(), restarted));
  EXPECT_TRUE(works(old, restarted));
  const auto runs = repeating.runs();
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(works(junk(), restarted));
  EXPECT_EQ(repeating.runs(), runs);
  EXPECT_TRUE(works(old, restarted));
}

TEST_F(ApiKeyServiceTest, UseIsWrittenOnceAMinuteWhateverTheTimeOfDayDoes) {
  const auto created = create();
  const auto secret = created.secret.expose();
  const auto last_use = [&] {
    EXPECT_TRUE(works(secret));
    EXPECT_TRUE(runner.run(keys.flush_activity()));
    return runner.run(keys.find(kApp, created.key.id)).value().last_used_at;
  };
  const auto first = clock.now();
  EXPECT_EQ(last_use(), first);
  advance(59s);
  EXPECT_EQ(last_use(), first);
  steady_clock.advance(1s);
  clock.advance(-24h);
  EXPECT_EQ(last_use(), clock.now()) << "not a day later";
}

TEST_F(ApiKeyServiceTest, AUseThatCouldNotBeWrittenIsWrittenLater) {
  const auto created = create();
  advance(5min);
  const auto used_at = clock.now();
  ASSERT_TRUE(works(created.secret.expose()));
  repeating.before_write = [] { return Status(make_error(ErrorCode::kErrServiceUnavailable)); };
  EXPECT_FALSE(runner.run(keys.flush_activity()));
  repeating.before_write = [] { return Status{}; };
  ASSERT_TRUE(runner.run(keys.flush_activity()));
  EXPECT_EQ(runner.run(keys.find(kApp, created.key.id)).value().last_used_at, used_at);
}

TEST(CheckUsable, AdvisesACommandForTheApp) {
  App app;
  app.id = "shop";
  EXPECT_TRUE(check_usable(app, Scope::auth_only));
  app.mode = AppMode::production;
  EXPECT_TRUE(check_usable(app, Scope::full_access));
  const auto refused = check_usable(app, Scope::auth_only);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error()->dev_message.find("`parleyd app update --app shop --mode development`"),
            std::string::npos);
}

}  // namespace
}  // namespace parley::core
