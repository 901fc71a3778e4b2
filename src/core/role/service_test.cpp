#include "core/role/service.hpp"

#include <gmock/gmock.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using testing::HasSubstr;

class RoleServiceTest : public test_support::DomainTest {
 protected:
  RoleServiceTest() {
    create_role("crew");
    bus.subscribe([this](const Event& event) {
      if (event.kind == EventKind::user_changed && event.role_changed) moved_.push_back(event.uid);
    });
  }

  /// The refusal; empty when the role was created.
  std::string create_role(const std::string& id) {
    Role role;
    role.id = id;
    role.name = "Name of " + id;
    const auto created = runner.run(domain.roles.create(actor, kApp, role));
    return created ? std::string() : created.error()->details.at("role").front();
  }

  void create_crew(int users) {
    for (int i = 0; i < users; ++i) create_user("crew-" + std::to_string(i), "crew");
  }

  std::uint64_t count(const std::string& role) {
    UserQuery query;
    query.roles = {role};
    return runner.run(domain.users.list(kApp, query)).value().total;
  }

  std::string role_of(const std::string& uid) {
    return runner.run(domain.users.find(kApp, uid)).value().role;
  }

  /// Leaves the state of a process that dies after the first step of a removal.
  void begin_removal() {
    const auto removed = runner.run(store->write([](Transaction& transaction) -> Result<bool> {
      return transaction.roles().remove(kApp, "crew");
    }));
    ASSERT_TRUE(removed.value());
  }

  void finish_removals() {
    while (runner.run(domain.roles.finish_removals()).value()) continue;
  }

  std::vector<std::string> moved_;
};

TEST_F(RoleServiceTest, TheUsersOfARemovedRoleHaveTheDefaultOne) {
  create_crew(450);
  create_user("ann");
  ASSERT_TRUE(runner.run(domain.roles.remove(actor, kApp, "crew")));
  EXPECT_EQ(count("crew"), 0U);
  EXPECT_EQ(count("default"), 451U);
  EXPECT_EQ(moved_.size(), 450U);
  EXPECT_FALSE(runner.run(domain.roles.remove(actor, kApp, "crew")));
  EXPECT_EQ(create_role("crew"), "");
  EXPECT_EQ(count("crew"), 0U);
  const auto logged = runner.run(domain.audit.list(kApp, {.action = "role.deleted"})).value();
  ASSERT_EQ(logged.events.size(), 1U);
  EXPECT_EQ(logged.events[0].details, R"({"movedUsers":450})");
}

TEST_F(RoleServiceTest, NoTransactionOfARemovalMovesManyUsers) {
  create_crew(450);
  const auto before = store->metrics().writes;
  ASSERT_TRUE(runner.run(domain.roles.remove(actor, kApp, "crew")));
  // RepeatingStore runs each twice.
  EXPECT_EQ(store->metrics().writes - before, 2U * 5U);
}

TEST_F(RoleServiceTest, ARemovalThatWasInterruptedIsFinished) {
  create_crew(3);
  begin_removal();
  EXPECT_FALSE(runner.run(domain.roles.find(kApp, "crew")));
  EXPECT_THAT(create_role("crew"), HasSubstr("still being removed"));
  EXPECT_EQ(create_role("staff"), "");
  finish_removals();
  EXPECT_EQ(count("default"), 3U);
  EXPECT_EQ(moved_.size(), 3U);
  EXPECT_EQ(create_role("crew"), "");
  EXPECT_EQ(count("crew"), 0U);
}

TEST_F(RoleServiceTest, ARemovalThatRunsOutOfMemoryIsFinished) {
  create_crew(450);
  finish_removals();  // From here on, only a removal leaves work.
  int writes = 0;
  repeating.before_write = [&]() -> Status {
    if (++writes == 3 || writes == 4) throw std::bad_alloc();
    return {};
  };
  EXPECT_THROW(runner.run(domain.roles.remove(actor, kApp, "crew")), std::bad_alloc);
  EXPECT_THROW(runner.run(domain.roles.finish_removals()), std::bad_alloc);
  finish_removals();
  EXPECT_EQ(count("default"), 450U);
  EXPECT_EQ(create_role("crew"), "");
}

TEST_F(RoleServiceTest, NobodyIsGivenARoleThatIsBeingRemoved) {
  create_crew(2);
  create_user("ann");
  begin_removal();
  EXPECT_FALSE(runner.run(domain.users.update(actor, kApp, "ann", {.role = "crew"})));
  User eve;
  eve.uid = "eve";
  eve.name = "Eve";
  eve.role = "crew";
  EXPECT_FALSE(runner.run(domain.users.create(actor, app, eve, std::nullopt)));
  EXPECT_EQ(role_of("ann"), "default");
}

TEST_F(RoleServiceTest, AUserWhoseRoleIsBeingRemovedCanBeChanged) {
  create_crew(2);
  begin_removal();
  ASSERT_TRUE(runner.run(domain.users.update(actor, kApp, "crew-0", {.name = "Other"})));
  EXPECT_EQ(role_of("crew-0"), "default");
  finish_removals();
  EXPECT_EQ(role_of("crew-1"), "default");
  EXPECT_EQ(moved_.size(), 2U);
}

}  // namespace
}  // namespace parley::core
