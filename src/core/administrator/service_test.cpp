#include "core/administrator/service.hpp"

#include <gmock/gmock.h>

#include "support/administrator_test.hpp"

namespace parley::core {
namespace {

using test_support::kPassword;
using testing::ElementsAre;
using enum AdminRole;

using AdministratorServiceTest = test_support::AdministratorTest;

TEST_F(AdministratorServiceTest, CreatesFindsAndListsByEmail) {
  const auto bob = create("bob", viewer);
  const auto ann = create("ann", owner);
  EXPECT_THAT(ann.id, testing::StartsWith("adm_"));
  EXPECT_THAT(runner.run(administrators.list()).value(), ElementsAre(ann, bob));
  EXPECT_EQ(runner.run(administrators.find_by_email(" ANN@example.com")).value(), ann);
  EXPECT_EQ(code_of(runner.run(administrators.find("adm_x"))), ErrorCode::kErrAdminNotFound);
  EXPECT_EQ(
      code_of(runner.run(administrators.create(actor, {"Ann@Example.com", "Other", viewer}, {}))),
      ErrorCode::kErrAdminAlreadyExists);
  EXPECT_EQ(code_of(runner.run(administrators.create(actor, {"x", "", viewer}, {}))),
            ErrorCode::kErrBadRequest);
  EXPECT_EQ(code_of(runner.run(
                administrators.create(actor, {"x@y", "X", viewer}, SecretString("short")))),
            ErrorCode::kErrBadRequest);
}

TEST_F(AdministratorServiceTest, InvitesWithALinkInOneUnitOfWork) {
  const auto runs = repeating.runs();
  const auto invited = runner.run(administrators.invite(actor, {"ann@example.com", "Ann", owner}));
  ASSERT_TRUE(invited);
  EXPECT_EQ(repeating.runs(), runs + 1);
  EXPECT_EQ(runner.run(administrators.find(invited->administrator.id)).value(),
            invited->administrator);
  EXPECT_TRUE(use_link(invited->link.token));
  EXPECT_EQ(code_of(runner.run(administrators.invite(actor, {"Ann@Example.com", "Other", viewer}))),
            ErrorCode::kErrAdminAlreadyExists);
  EXPECT_EQ(code_of(runner.run(administrators.invite(actor, {"x", "", viewer}))),
            ErrorCode::kErrBadRequest);
}

TEST_F(AdministratorServiceTest, TheLastOwnerStays) {
  const auto ann = create("ann", owner);
  const auto bob = create("bob", developer);
  EXPECT_EQ(code_of(runner.run(administrators.remove(actor, ann.id))), ErrorCode::kErrLastOwner);
  EXPECT_EQ(code_of(runner.run(administrators.update(actor, ann.id, {.role = viewer}))),
            ErrorCode::kErrLastOwner);
  EXPECT_EQ(
      runner.run(administrators.update(actor, ann.id, {.name = "A", .role = owner})).value().name,
      "A");
  ASSERT_TRUE(runner.run(administrators.update(actor, bob.id, {.role = owner})));
  EXPECT_TRUE(runner.run(administrators.update(actor, ann.id, {.role = viewer})));
  EXPECT_TRUE(runner.run(administrators.remove(actor, ann.id)));
  EXPECT_EQ(code_of(runner.run(administrators.remove(actor, bob.id))), ErrorCode::kErrLastOwner);
}

TEST_F(AdministratorServiceTest, ANameFromBeforeThereWereRulesStaysUntilItIsChanged) {
  create("ann", owner);
  auto bob = create("bob", viewer);
  bob.name = "b\u202Eob";
  ASSERT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
    transaction.administrators().update(bob);
    return {};
  })));
  const AdministratorChange same{.name = bob.name, .role = developer};
  EXPECT_TRUE(runner.run(administrators.update(actor, bob.id, same)));
  EXPECT_FALSE(runner.run(administrators.update(actor, bob.id, {.name = "\u202E"})));
}

TEST_F(AdministratorServiceTest, ARoleCountsAtOnceAndRemovalEndsTheSession) {
  create("ann", owner);
  const auto bob = create("bob", owner);
  const auto session = sign_in("bob@example.com", kPassword).value();
  ASSERT_TRUE(runner.run(administrators.update(actor, bob.id, {.role = viewer})));
  EXPECT_EQ(authenticate(session.token)->administrator.role, viewer);
  ASSERT_TRUE(runner.run(administrators.remove(actor, bob.id)));
  EXPECT_EQ(code_of(authenticate(session.token)), ErrorCode::kAuthErrAdminSessionNotFound);
  EXPECT_EQ(code_of(sign_in("bob@example.com", kPassword)), ErrorCode::kAuthErrSignInFailed);
}

TEST_F(AdministratorServiceTest, ANewPasswordEndsAllSessionsAndLinks) {
  const auto ann = create("ann", owner);
  const auto session = ann_signs_in();
  const auto link = runner.run(administrators.create_link(actor, ann.id)).value();
  ASSERT_TRUE(runner.run(administrators.set_password(actor, ann.id, SecretString("another one"))));
  EXPECT_FALSE(authenticate(session.token));
  EXPECT_FALSE(use_link(link.token));
  EXPECT_FALSE(sign_in("ann@example.com", kPassword));
  EXPECT_TRUE(sign_in("ann@example.com", "another one"));
}

TEST_F(AdministratorServiceTest, ResetLeavesALinkOnly) {
  const auto ann = create("ann", owner);
  const auto session = ann_signs_in();
  const auto older = runner.run(administrators.create_link(actor, ann.id)).value();
  const auto link = runner.run(administrators.reset(actor, ann.id)).value();
  EXPECT_FALSE(authenticate(session.token));
  EXPECT_FALSE(sign_in("ann@example.com", kPassword));
  EXPECT_FALSE(use_link(older.token));
  EXPECT_TRUE(use_link(link.token));
}

TEST_F(AdministratorServiceTest, GeneratedPasswordsAreLongAndDifferent) {
  const auto one = administrators.generate_password();
  EXPECT_EQ(one.expose().size(), 20U);
  EXPECT_NE(one.expose(), administrators.generate_password().expose());
}

}  // namespace
}  // namespace parley::core
