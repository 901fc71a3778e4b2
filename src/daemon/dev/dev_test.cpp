#include "daemon/dev/dev.hpp"

#include <gmock/gmock.h>

#include "daemon/server/runtime.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

class DevTest : public ::testing::Test {
 protected:
  DevApp prepare(std::optional<Credentials> remembered) {
    auto prepared = runtime_->io_threads().run(
        prepare_dev_app(domain_, std::move(remembered), " --data-dir d"));
    EXPECT_TRUE(prepared);
    return std::move(*prepared);
  }

  static Credentials copy(const Credentials& credentials) {
    return {credentials.app_id,
            credentials.region,
            SecretString(credentials.auth_key.expose()),
            SecretString(credentials.api_key.expose()),
            credentials.url,
            credentials.tls_url};
  }

  core::Scope scope_of(const SecretString& key) {
    const auto found =
        runtime_->io_threads().run(domain_.api_keys.authenticate(std::string(key.expose())));
    EXPECT_TRUE(found);
    return (*found)->scope;
  }

  core::User user(const std::string& uid) {
    return *runtime_->io_threads().run(domain_.users.find("my-app", uid));
  }

  const core::Actor actor_{.kind = core::ActorKind::server};
  test_support::TemporaryDirectory directory_;
  std::unique_ptr<Runtime> runtime_ =
      Runtime::open(DataDirectory(directory_.path()), 1, 100).value();
  core::Domain& domain_ = runtime_->domain();
};

TEST_F(DevTest, TheFirstStartMakesAnAppWithTwoKeys) {
  const auto dev = prepare(std::nullopt);
  EXPECT_EQ(dev.credentials.app_id, "my-app");
  EXPECT_EQ(dev.credentials.region, "local");
  EXPECT_EQ(scope_of(dev.credentials.auth_key), core::Scope::auth_only);
  EXPECT_EQ(scope_of(dev.credentials.api_key), core::Scope::full_access);
  EXPECT_EQ(dev.note, "");
}

TEST_F(DevTest, LaterStartsKeepWhatTheFileSays) {
  const auto first = prepare(std::nullopt);
  const auto second = prepare(copy(first.credentials));
  EXPECT_EQ(second.credentials.auth_key.expose(), first.credentials.auth_key.expose());
  EXPECT_EQ(second.credentials.api_key.expose(), first.credentials.api_key.expose());
  EXPECT_EQ(second.note, "");
}

TEST_F(DevTest, WithoutItsFileTheAppGetsNewKeysAndTheOldOnesGoOn) {
  const auto first = prepare(std::nullopt);
  const auto second = prepare(std::nullopt);
  EXPECT_NE(second.credentials.auth_key.expose(), first.credentials.auth_key.expose());
  EXPECT_EQ(scope_of(second.credentials.api_key), core::Scope::full_access);
  EXPECT_EQ(scope_of(first.credentials.api_key), core::Scope::full_access);
  EXPECT_THAT(second.note, HasSubstr("parleyd key list --app my-app --data-dir d"));
}

TEST_F(DevTest, ADeletedKeyIsReplacedAndTheOtherStays) {
  const auto first = prepare(std::nullopt);
  ASSERT_TRUE(runtime_->io_threads().run(
      domain_.api_keys.remove(actor_, "my-app", std::string(first.credentials.auth_key.expose()))));
  const auto second = prepare(copy(first.credentials));
  EXPECT_EQ(scope_of(second.credentials.auth_key), core::Scope::auth_only);
  EXPECT_EQ(second.credentials.api_key.expose(), first.credentials.api_key.expose());
  EXPECT_THAT(second.note, HasSubstr("no longer exists"));
}

TEST_F(DevTest, AFileOfAnotherDatabaseIsNotBelieved) {
  Credentials stranger{"other-app", "eu", SecretString("a"), SecretString("b"), "http://x", ""};
  const auto dev = prepare(std::move(stranger));
  EXPECT_EQ(dev.credentials.app_id, "my-app");
  EXPECT_EQ(dev.credentials.url, "");  // So that the sample users are created.
  EXPECT_THAT(dev.note, HasSubstr("a new one was created"));
}

TEST_F(DevTest, SampleUsersHavePicturesThatFollowTheServer) {
  prepare(std::nullopt);
  ASSERT_TRUE(runtime_->io_threads().run(create_sample_users(domain_, "my-app", "http://one")));
  EXPECT_EQ(user("cometchat-uid-3").name, "Nancy Grace");
  EXPECT_EQ(user("cometchat-uid-3").avatar, "http://one/assets/avatars/cometchat-uid-3.svg");

  core::UserChange change;
  change.avatar = "https://elsewhere/me.png";
  ASSERT_TRUE(runtime_->io_threads().run(
      domain_.users.update(actor_, "my-app", "cometchat-uid-1", change)));
  ASSERT_TRUE(
      runtime_->io_threads().run(domain_.users.remove(actor_, "my-app", "cometchat-uid-2")));
  ASSERT_TRUE(runtime_->io_threads().run(refresh_avatars(domain_, "my-app", "http://two")));
  EXPECT_EQ(user("cometchat-uid-3").avatar, "http://two/assets/avatars/cometchat-uid-3.svg");
  EXPECT_EQ(user("cometchat-uid-1").avatar, "https://elsewhere/me.png");
  EXPECT_FALSE(runtime_->io_threads().run(domain_.users.find("my-app", "cometchat-uid-2")));
}

TEST_F(DevTest, TheAuditLogSaysThatTheServerMadeThem) {
  prepare(std::nullopt);
  ASSERT_TRUE(runtime_->io_threads().run(create_sample_users(domain_, "my-app", "http://one")));
  const auto log = runtime_->io_threads().run(domain_.audit.list("my-app", {})).value().events;
  EXPECT_EQ(log.size(), 3U + sample_users().size());
  for (const auto& event : log) EXPECT_EQ(event.actor, actor_) << event.action;
}

TEST_F(DevTest, MakingTheSampleUsersAgainChangesNothing) {
  prepare(std::nullopt);
  ASSERT_TRUE(runtime_->io_threads().run(create_sample_users(domain_, "my-app", "http://one")));
  const auto before = user("cometchat-uid-4");
  ASSERT_TRUE(runtime_->io_threads().run(create_sample_users(domain_, "my-app", "http://two")));
  EXPECT_EQ(user("cometchat-uid-4"), before);
}

}  // namespace
}  // namespace parley::daemon
