#include "core/user/service.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "support/domain_test.hpp"
#include "support/presence.hpp"

namespace parley::core {
namespace {

using std::chrono::seconds;

/// ann and bob. bob comes online before a block, and remains active after it.
class UserServiceTest : public test_support::DomainTest {
 protected:
  UserServiceTest() {
    create_user("ann");
    create_user("bob");
    set_online("bob");
  }

  void set_online(const std::string& uid) {
    const auto now = clock.now();
    EXPECT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
      EXPECT_TRUE(test_support::set_online(transaction, kApp, uid, true, now));
      return {};
    })));
  }

  User seen(const std::string& uid, const std::string& viewer) {
    return runner.run(domain.users.find_for(kApp, uid, viewer)).value().user;
  }

  std::vector<User> listed(const std::string& viewer) {
    UserQuery query;
    query.viewer = viewer;
    query.sort = UserSort::status;
    std::vector<User> users;
    for (auto& seen : runner.run(domain.users.list(kApp, query)).value().users) {
      users.push_back(std::move(seen.user));
    }
    return users;
  }
};

TEST_F(UserServiceTest, ShowsWhoIsOnlineFirst) {
  const auto users = listed("ann");
  ASSERT_EQ(users.size(), 2u);
  EXPECT_EQ(users[0].uid, "bob");
  EXPECT_TRUE(users[0].online);
  EXPECT_FALSE(users[1].online);
}

// A block in either direction hides what the other user does from then on.
TEST_F(UserServiceTest, ABlockLooksLikeGoingOffline) {
  for (const auto& [blocker, blocked] : {std::pair("ann", "bob"), std::pair("bob", "ann")}) {
    clock.advance(seconds{10});
    const auto blocked_at = clock.now();
    ASSERT_TRUE(runner.run(domain.relations.block(actor, kApp, blocker, {blocked})));
    clock.advance(seconds{10});
    set_online("bob");
    EXPECT_FALSE(seen("bob", "ann").online);
    EXPECT_EQ(seen("bob", "ann").last_active_at, blocked_at);
    EXPECT_EQ(listed("ann")[1], seen("bob", "ann"));
    EXPECT_TRUE(seen("bob", "").online);
    EXPECT_EQ(seen("bob", "bob").last_active_at, clock.now());
    EXPECT_EQ(listed("")[0].uid, "bob");
    ASSERT_TRUE(runner.run(domain.relations.unblock(actor, kApp, blocker, {blocked})));
    EXPECT_TRUE(seen("bob", "ann").online);
  }
}

TEST_F(UserServiceTest, ABlockDoesNotMakeTheLastActivityLater) {
  const auto active_at = clock.now();
  clock.advance(seconds{10});
  ASSERT_TRUE(runner.run(domain.relations.block(actor, kApp, "ann", {"bob"})));
  clock.advance(seconds{10});
  ASSERT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));
  EXPECT_EQ(seen("bob", "ann").last_active_at, active_at);
}

TEST_F(UserServiceTest, AdviceAboutAnUnknownUserFitsTheCall) {
  const auto found = runner.run(domain.users.find(kApp, "nobody"));
  EXPECT_THAT(found.error()->message, testing::HasSubstr("Create it first"));
  const auto removed = runner.run(domain.users.remove(actor, kApp, "nobody"));
  EXPECT_EQ(removed.error().code, ErrorCode::kErrUidNotFoundDelete);
  EXPECT_THAT(removed.error()->message, testing::Not(testing::HasSubstr("Create it first")));
  const auto impossible = runner.run(domain.users.find(kApp, "no body"));
  EXPECT_EQ(impossible.error().code, ErrorCode::kErrUidNotFoundMalformed);
  EXPECT_EQ(info(impossible.error().code).code, "ERR_UID_NOT_FOUND");
}

TEST_F(UserServiceTest, RelationsAnswerPerUserForAMalformedUid) {
  const auto blocked = runner.run(domain.relations.block(actor, kApp, "ann", {"no body", "bob"}));
  ASSERT_TRUE(blocked);
  EXPECT_EQ((*blocked)[0].status.error().code, ErrorCode::kErrUidNotFoundMalformed);
  EXPECT_TRUE((*blocked)[1].status);
  const auto unblocked = runner.run(domain.relations.unblock(actor, kApp, "ann", {"nobody"}));
  EXPECT_EQ((*unblocked)[0].status.error().code, ErrorCode::kErrUidNotFoundDelete);
}

TEST_F(UserServiceTest, ImportsDeactivatedUsersAsTheyWere) {
  User gone{.uid = "gone", .name = "Gone"};
  gone.created_at = clock.now() - std::chrono::hours{48};
  gone.deactivated_at = clock.now() - std::chrono::hours{24};
  const auto imported = runner.run(domain.users.import(actor, app, {gone}, ImportMode::store));
  ASSERT_TRUE(imported.value()[0].user);
  EXPECT_EQ(imported.value()[0].user->deactivated_at, gone.deactivated_at);
  EXPECT_EQ(runner.run(domain.users.find(kApp, "gone")).error().code, ErrorCode::kErrUidNotFound);
  EXPECT_EQ(runner.run(domain.sessions.log_in(actor, app, "gone", {})).error().code,
            ErrorCode::kErrUserDeactivated);
  UserQuery query{.activity = Activity::deactivated_only};
  EXPECT_EQ(runner.run(domain.users.list(kApp, query)).value().total, 1U);
  EXPECT_EQ(runner.run(domain.users.activate(actor, kApp, {"gone"})).value().activated.size(), 1U);
}

// Not that its role does not exist, which is true but no help.
TEST_F(UserServiceTest, OneOfAnAppThatIsBeingRemovedIsRefusedLikeItsKey) {
  Actor back_end = actor;
  back_end.kind = ActorKind::key;
  back_end.app_epoch = 1;
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  const User user{.uid = "ann", .name = "Ann"};
  EXPECT_EQ(runner.run(domain.users.create(back_end, app, user, std::nullopt)).error().code,
            ErrorCode::kAuthErrApikeyNotFound);
  EXPECT_EQ(runner.run(domain.users.import(back_end, app, {user}, ImportMode::store)).error().code,
            ErrorCode::kAuthErrApikeyNotFound);
}

TEST_F(UserServiceTest, ImportsTheValidOnesOfManyUsersInTheirOrder) {
  const std::vector<User> users{{.uid = "cat", .name = "Cat", .metadata = R"({"of":"cat"})"},
                                {.uid = "lost", .name = "Lost", .role = "unknown"},
                                {.uid = "bob", .name = "Another Bob"},
                                {.uid = "dan", .name = "Dan", .metadata = R"({"of":"dan"})"}};
  const auto imported =
      runner.run(domain.users.import(actor, app, users, ImportMode::store)).value();
  ASSERT_EQ(imported.size(), users.size());
  for (std::size_t i = 0; i < users.size(); ++i) EXPECT_EQ(imported[i].uid, users[i].uid);
  EXPECT_EQ(imported[1].user.error().code, ErrorCode::kErrBadRequest);
  EXPECT_EQ(imported[2].user.error().code, ErrorCode::kErrUidAlreadyExists);
  for (const std::size_t valid : {0, 3}) {
    ASSERT_TRUE(imported[valid].user);
    EXPECT_EQ(imported[valid].user->metadata, users[valid].metadata);
    EXPECT_EQ(*imported[valid].user, runner.run(domain.users.find(kApp, users[valid].uid)).value());
  }
}

TEST_F(UserServiceTest, ImportsNoTimesThatAreToCome) {
  const auto import_with = [&](Time User::*field, Time time) {
    User user{.uid = "future", .name = "Future"};
    user.*field = time;
    const auto all = runner.run(domain.users.import(actor, app, {user}, ImportMode::rehearse));
    return all.value()[0].user;
  };
  const auto year_5138 = from_unix_seconds(100'000'000'000);
  const std::pair<const char*, Time User::*> kTimes[] = {{"createdAt", &User::created_at},
                                                         {"lastActiveAt", &User::last_active_at},
                                                         {"deactivatedAt", &User::deactivated_at}};
  for (const auto& [name, field] : kTimes) {
    EXPECT_TRUE(import_with(field, clock.now() + std::chrono::hours{23})) << name;
    const auto refused = import_with(field, year_5138);
    ASSERT_FALSE(refused) << name;
    EXPECT_TRUE(refused.error()->details.contains(name)) << name;
  }
}

TEST_F(UserServiceTest, ANameFromBeforeThereWereRulesStaysUntilItIsChanged) {
  ASSERT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
    auto user = transaction.users().find(kApp, "ann").value();
    user.name = "\u200B";
    EXPECT_TRUE(transaction.users().update(kApp, user));
    return {};
  })));
  UserChange change;
  change.status_message = "Here";
  EXPECT_TRUE(runner.run(domain.users.update(actor, kApp, "ann", change)));
  change.tags = std::vector<std::string>(kMaxTags + 1, "x");
  for (std::size_t i = 0; i < change.tags->size(); ++i) (*change.tags)[i] += std::to_string(i);
  EXPECT_EQ(runner.run(domain.users.update(actor, kApp, "ann", change)).error().code,
            ErrorCode::kErrLimitExceeded);
  change = {};
  change.name = "\u200B";  // A client that writes back what it has read sends this.
  change.status_message = "Back";
  EXPECT_TRUE(runner.run(domain.users.update(actor, kApp, "ann", change)));
  change.name = "\u3164";
  EXPECT_FALSE(runner.run(domain.users.update(actor, kApp, "ann", change)));
}

// They were accepted in the past, and a client can write back an object that it has read.
TEST_F(UserServiceTest, LargeNumbersFromBeforeThereWereRulesStayUntilTheyAreChanged) {
  const std::string metadata = R"({"id":1546130668394913822})";
  ASSERT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
    auto user = transaction.users().find(kApp, "ann").value();
    user.metadata = metadata;
    EXPECT_TRUE(transaction.users().update(kApp, user));
    return {};
  })));
  UserChange change;
  change.name = "Ann";
  change.metadata = metadata;
  EXPECT_TRUE(runner.run(domain.users.update(actor, kApp, "ann", change)));
  change.metadata = R"({"id":1546130668394913823})";
  const auto refused = runner.run(domain.users.update(actor, kApp, "ann", change));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error()->details.contains("metadata.id"));
}

TEST_F(UserServiceTest, LargeNumbersAreRefusedWithAnExponentToo) {
  for (const auto* number : {"1e17", "1E17", "-9e18", "100000000000000000"}) {
    UserChange change;
    change.metadata = fmt::format(R"({{"id":{}}})", number);
    EXPECT_FALSE(runner.run(domain.users.update(actor, kApp, "ann", change))) << number;
  }
  UserChange small;
  small.metadata = R"({"id":1e3,"hash":"1e17"})";
  EXPECT_TRUE(runner.run(domain.users.update(actor, kApp, "ann", small)));
}

/// An app that allows more sessions per user than one transaction ends.
class UserWithManySessions : public test_support::DomainTest {
 protected:
  static constexpr std::size_t kSessions = 2 * kSessionsEndedAtOnce + 10;

  UserWithManySessions() : DomainTest({.max_tokens_per_user = 2'000}) {
    create_user("ann");
    for (std::size_t i = 0; i < kSessions; ++i) log_in();
    bus.subscribe([this](const Event& event) {
      if (event.kind == EventKind::session_ended) ++ended_;
    });
  }

  void log_in() { ASSERT_TRUE(runner.run(domain.sessions.log_in(actor, app, "ann", {}))); }

  /// Changes that the store has run; RepeatingStore runs each twice.
  std::uint64_t writes() { return store->metrics().writes / 2; }

  std::size_t ended_ = 0;
};

TEST_F(UserWithManySessions, EndsThemInSeveralTransactions) {
  const auto before = writes();
  EXPECT_EQ(runner.run(domain.sessions.end_all(actor, kApp, "ann", kEndOfTime, {})).value(),
            kSessions);
  EXPECT_EQ(writes() - before, 3U);
  EXPECT_EQ(ended_, kSessions);
  const auto logged =
      runner.run(domain.audit.list(kApp, {.action = "auth_tokens.flushed"})).value();
  EXPECT_EQ(logged.events.size(), 3U);
}

TEST_F(UserWithManySessions, IsDeactivatedInSeveralTransactions) {
  create_user("bob");
  const auto before = writes();
  EXPECT_THAT(runner.run(domain.users.deactivate(actor, kApp, {"bob", "ann", "eve"})).value(),
              testing::ElementsAre("bob", "ann"));
  EXPECT_EQ(writes() - before, 3U);
  EXPECT_EQ(ended_, kSessions);
  EXPECT_THAT(
      runner.run(domain.users.activate(actor, kApp, {"ann", "bob", "eve"})).value().activated,
      testing::ElementsAre("ann", "bob"));
  EXPECT_EQ(runner.run(domain.sessions.list(kApp, "ann", 100, 1)).value().total, 0U);
}

TEST_F(UserWithManySessions, IsRemovedInSeveralTransactions) {
  const auto before = writes();
  ASSERT_TRUE(runner.run(domain.users.remove(actor, kApp, "ann")));
  EXPECT_EQ(writes() - before, 3U);
  EXPECT_EQ(ended_, kSessions);
  EXPECT_FALSE(runner.run(domain.users.remove(actor, kApp, "ann")));
}

TEST_F(UserServiceTest, OneWithManyRelationsIsRemovedInSeveralTransactions) {
  const auto others = kRelationsRemovedAtOnce + 10;
  ASSERT_TRUE(runner.run(repeating.write([&](Transaction& transaction) -> Status {
    for (unsigned i = 0; i < others; ++i) {
      const auto uid = "other-" + std::to_string(i);
      User user;
      user.uid = user.name = uid;
      static_cast<void>(transaction.users().insert(kApp, user));
      transaction.relations().block(kApp, uid, "ann", clock.now());
    }
    return {};
  })));
  const auto before = store->metrics().writes;
  ASSERT_TRUE(runner.run(domain.users.remove(actor, kApp, "ann")));
  EXPECT_EQ(store->metrics().writes - before, 2U * 2U);
  EXPECT_FALSE(runner.run(domain.users.remove(actor, kApp, "ann")));
  const auto ended = runner.run(domain.audit.list(kApp, {.action = "auth_tokens.flushed"}));
  EXPECT_THAT(ended.value().events, testing::IsEmpty()) << "there were no sessions";
}

TEST_F(UserServiceTest, ManyUsersAreDeactivatedInSeveralTransactions) {
  std::vector<std::string> uids{"ann", "bob"};
  for (int i = 0; i < 1'000; ++i) uids.push_back("unknown-" + std::to_string(i));
  const auto before = store->metrics().writes;
  EXPECT_EQ(runner.run(domain.users.deactivate(actor, kApp, uids)).value().size(), 2U);
  EXPECT_EQ(runner.run(domain.users.activate(actor, kApp, uids)).value().unchanged.size(), 1'000U);
  EXPECT_EQ(store->metrics().writes - before, 2U * 2U * 11U);
}

}  // namespace
}  // namespace parley::core
