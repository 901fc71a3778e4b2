#include "daemon/dev/dev_administrator.hpp"

#include <gmock/gmock.h>

#include "daemon/server/runtime.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

class DevAdministratorTest : public testing::Test {
 protected:
  std::optional<SecretString> prepare() {
    return runtime_->io_threads().run(prepare_dev_administrator(runtime_->domain())).value();
  }

  Result<core::SignedIn> use(const SecretString& token) {
    return runtime_->io_threads().run(runtime_->domain().admin_sessions.sign_in_by_link(
        SecretString(token.expose()), {"127.0.0.1", "Browser"}));
  }

  test_support::TemporaryDirectory directory_;
  std::unique_ptr<Runtime> runtime_ =
      Runtime::open(DataDirectory(directory_.path()), 1, 100).value();
  core::AdministratorService& administrators_ = runtime_->domain().administrators;
};

TEST_F(DevAdministratorTest, EachStartHasALinkOfItsOwnForOneOwner) {
  const auto first = prepare();
  const auto second = prepare();
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->expose(), second->expose());
  const auto signed_in = use(*first);
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->administrator.email, kDevEmail);
  EXPECT_EQ(signed_in->administrator.role, core::AdminRole::owner);
  EXPECT_EQ(signed_in->administrator.password_hash, "");
  EXPECT_TRUE(use(*second));
  EXPECT_EQ(runtime_->io_threads().run(administrators_.list())->size(), 1U);
}

TEST_F(DevAdministratorTest, IsNotMadeWhereThereAreOthers) {
  const core::Actor operator_{core::ActorKind::account, "1000", "operator", ""};
  ASSERT_TRUE(runtime_->io_threads().run(administrators_.create(
      operator_, {"ann@example.com", "Ann", core::AdminRole::owner}, std::nullopt)));
  EXPECT_FALSE(prepare());
  EXPECT_EQ(runtime_->io_threads().run(administrators_.list())->size(), 1U);
}

}  // namespace
}  // namespace parley::daemon
