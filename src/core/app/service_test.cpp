#include "core/app/service.hpp"

#include <gmock/gmock.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using testing::HasSubstr;

// Security ledger: the data of a removed app does not belong to a later app with the same id.
class AppServiceTest : public test_support::DomainTest {
 protected:
  AppServiceTest() { other_ = create("other-app"); }

  std::shared_ptr<const App> create(const std::string& id) {
    App draft;
    draft.id = id;
    draft.name = "Name of " + id;
    auto created = runner.run(domain.apps.create(actor, draft));
    EXPECT_TRUE(created);
    key_ = created->api_key.expose();
    return std::make_shared<const App>(std::move(created->app));
  }

  /// Why the app cannot be created; empty if it can.
  std::string refusal(const std::string& id) {
    App draft;
    draft.id = id;
    draft.name = "Name of " + id;
    const auto created = runner.run(domain.apps.create(actor, draft));
    return created ? std::string() : created.error()->details.at("appId").front();
  }

  std::string log_in(const std::shared_ptr<const App>& to) {
    return runner.run(domain.sessions.log_in(actor, to, "ann", {})).value().token.expose();
  }

  std::shared_ptr<const App> replace_app() {
    EXPECT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
    auto next = create(kApp);
    app = next;
    create_user("ann");
    return next;
  }

  std::size_t sessions_of_ann() {
    return runner.run(domain.sessions.list(kApp, "ann", 100, 1)).value().sessions.size();
  }

  std::shared_ptr<const App> other_;
  std::string key_;  ///< Of the most recently created app.
};

TEST_F(AppServiceTest, FindsAnAppByItsIdAndEpoch) {
  const auto find = [&](AppEpoch epoch) {
    return runner.run(domain.apps.find(kApp, epoch)).value();
  };
  EXPECT_EQ(find(app->epoch)->id, kApp);
  EXPECT_EQ(find(other_->epoch), nullptr);
  const auto first = app->epoch;
  const auto next = replace_app();
  EXPECT_GT(next->epoch, first);
  EXPECT_EQ(find(first), nullptr);
  EXPECT_EQ(find(next->epoch)->id, kApp);
}

TEST_F(AppServiceTest, OriginsFromBeforeThereWereRulesStayUntilTheyAreChanged) {
  const std::vector<std::string> origins{"https://Chat.Example.com", "https://*"};
  ASSERT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
    auto stored = transaction.apps().find(kApp).value();
    stored.allowed_origins = origins;
    transaction.apps().update(stored);
    return {};
  })));
  AppChange change;
  change.name = "Renamed";
  const auto renamed = runner.run(domain.apps.update(actor, kApp, change));
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->allowed_origins, origins);
  change.allowed_origins = origins;
  EXPECT_FALSE(runner.run(domain.apps.update(actor, kApp, change)));
}

TEST_F(AppServiceTest, ASessionInMemoryDoesNotCountInALaterAppOfTheSameId) {
  create_user("ann");
  const auto token = log_in(app);
  const auto before = runner.run(domain.sessions.authenticate(token, "192.0.2.7")).value();
  EXPECT_TRUE(before->belongs_to(*app));
  EXPECT_FALSE(before->belongs_to(*other_));
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  const auto next = create(kApp);
  const auto cached = domain.sessions.authenticate_in_memory(token, "192.0.2.7");
  ASSERT_TRUE(cached) << "nothing forgets it";
  EXPECT_FALSE(cached->belongs_to(*next));
  app = next;
  create_user("ann");
  const auto live = runner.run(domain.sessions.authenticate(log_in(next), "192.0.2.7")).value();
  EXPECT_TRUE(live->belongs_to(*next));
}

TEST_F(AppServiceTest, AKeyInMemoryDoesNotCountInALaterAppOfTheSameId) {
  auto created = runner.run(domain.api_keys.create(actor, kApp, "Key", Scope::full_access)).value();
  const auto secret = created.secret.expose();
  EXPECT_TRUE(runner.run(domain.api_keys.authenticate(secret)).value()->belongs_to(*app));
  const auto next = replace_app();
  // Each thread has its own cache, and none forgets the key.
  const auto cached = runner.run(domain.api_keys.authenticate(secret));
  EXPECT_TRUE(!cached || !(*cached)->belongs_to(*next));
  EXPECT_TRUE(runner.run(domain.api_keys.authenticate(key_)).value()->belongs_to(*next));
}

// Calls that were admitted before the app was removed, and reach the store after its id is in use
// again.
TEST_F(AppServiceTest, ACallOfARemovedAppMakesNoCredentialOfALaterOne) {
  create_user("ann");
  const auto before = app;
  const Actor key{ActorKind::key, "key_1", "Key", "", before->epoch};
  const Actor ann{ActorKind::user, "ann", "", "", before->epoch};
  ASSERT_TRUE(runner.run(domain.sessions.log_in(key, before, "ann", {})));
  const auto next = replace_app();
  const auto login = runner.run(domain.sessions.log_in(key, before, "ann", {}));
  ASSERT_FALSE(login);
  EXPECT_EQ(login.error().code, ErrorCode::kAuthErrApikeyNotFound);
  EXPECT_EQ(sessions_of_ann(), 0U);
  User eve;
  eve.uid = "eve";
  eve.name = "Eve";
  EXPECT_FALSE(runner.run(domain.users.create(key, before, eve, SessionRequest{})));
  EXPECT_FALSE(runner.run(domain.users.find(kApp, "eve")));
  EXPECT_FALSE(runner.run(domain.api_keys.create(key, kApp, "Another", Scope::full_access)));
  EXPECT_EQ(runner.run(domain.api_keys.list(kApp, {})).value().size(), 2U);
  const auto update = runner.run(domain.users.update(ann, kApp, "ann", {.name = "Mallory"}));
  ASSERT_FALSE(update);
  EXPECT_EQ(update.error().code, ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(runner.run(domain.users.find(kApp, "ann")).value().name, "Name of ann");
  const Actor of_next{ActorKind::key, "key_2", "Key", "", next->epoch};
  EXPECT_TRUE(runner.run(domain.sessions.log_in(of_next, next, "ann", {})));
}

TEST_F(AppServiceTest, ASmallAppLeavesItsIdAtOnce) {
  create_user("ann");
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  EXPECT_EQ(refusal(kApp), "");
}

TEST_F(AppServiceTest, ALargeAppIsGoneAtOnceAndLeavesItsIdWhenAllOfItIsDeleted) {
  for (int i = 0; i < 400; ++i) create_user("user-" + std::to_string(i));
  create_user("ann");
  const auto token = log_in(app);
  while (runner.run(domain.apps.finish_removals()).value()) continue;
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  EXPECT_EQ(runner.run(domain.apps.find(kApp)).value(), nullptr);
  EXPECT_FALSE(runner.run(domain.sessions.authenticate(token, "192.0.2.7")));
  EXPECT_FALSE(runner.run(domain.apps.remove(actor, kApp)));
  EXPECT_THAT(refusal(kApp), HasSubstr("still being removed"));
  EXPECT_THAT(refusal("other-app"), HasSubstr("is taken"));
  repeating.before_write = []() -> Status { throw std::bad_alloc(); };
  EXPECT_THROW(runner.run(domain.apps.finish_removals()), std::bad_alloc);
  repeating.before_write = [] { return Status{}; };
  int steps = 0;
  while (runner.run(domain.apps.finish_removals()).value()) ++steps;
  EXPECT_GT(steps, 1);
  EXPECT_FALSE(runner.run(domain.apps.finish_removals()).value());
  EXPECT_EQ(refusal(kApp), "");
  EXPECT_TRUE(runner.run(domain.apps.find("other-app")).value());
}

}  // namespace
}  // namespace parley::core
