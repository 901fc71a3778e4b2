// Every change of the domain and its event in the audit log are one transaction.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include <boost/json/parse.hpp>

#include "support/audited_changes.hpp"

namespace parley::core {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(AuditedChangesTest, CoverEveryAction) {
  std::set<std::string_view> covered;
  for (const auto& change : changes()) covered.insert(to_string(change.action));
  for (int i = 0; i <= static_cast<int>(kLastAuditAction); ++i) {
    const auto action = static_cast<AuditAction>(i);
    EXPECT_TRUE(covered.contains(to_string(action))) << to_string(action);
  }
}

TEST_F(AuditedChangesTest, AreAbsentWhenTheirEventCannotBeWritten) {
  for (const auto& change : changes()) {
    SCOPED_TRACE(to_string(change.action));
    const auto before = content();
    const auto published_before = events_published;
    faulty.fails = true;
    const auto refused = change.make();
    faulty.fails = false;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kErrServiceUnavailable);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(events_published, published_before);
    ASSERT_TRUE(change.make());
    EXPECT_NE(content(), before);
  }
}

TEST_F(AuditedChangesTest, TellWhoDidWhatAndNothingThatSomebodyTyped) {
  for (const auto& change : changes()) {
    SCOPED_TRACE(to_string(change.action));
    const auto known = events().size();
    ASSERT_TRUE(change.make());
    const auto log = events();
    ASSERT_GT(log.size(), known);
    const auto told = std::find_if(log.begin(), log.end(), [&](const AuditEvent& event) {
      return event.action == to_string(change.action);
    });
    ASSERT_NE(told, log.end());
    EXPECT_EQ(told->actor, expected_actor(change.action));
    EXPECT_EQ(told->at, clock.now());
    EXPECT_THAT(told->details, HasSubstr(change.details));
    EXPECT_TRUE(boost::json::parse(told->details).is_object());
    EXPECT_THAT(told->details, Not(HasSubstr(kTyped)));
  }
}

TEST_F(AuditedChangesTest, AreNotToldOfWhenTheyAreRefused) {
  const auto known = events();
  EXPECT_FALSE(status_of(audited.users.create(key, app, typed_user("ann"), {})));
  EXPECT_FALSE(runner.run(audited.users.remove(key, kApp, "nobody")));
  EXPECT_FALSE(status_of(audited.sessions.log_in(key, app, "nobody", {})));
  EXPECT_FALSE(runner.run(audited.roles.remove(key, kApp, "nothing")));
  EXPECT_TRUE(status_of(audited.relations.unblock(key, kApp, "ann", {"bob"})));
  EXPECT_TRUE(status_of(audited.users.activate(key, kApp, {"ann"})));
  EXPECT_EQ(events(), known);
}

TEST_F(AuditedChangesTest, DoNotIncludeWhomAUserBlocks) {
  const auto known = events();
  ASSERT_TRUE(status_of(audited.relations.block(ann, kApp, "ann", {"bob"})));
  ASSERT_TRUE(status_of(audited.relations.unblock(ann, kApp, "ann", {"bob"})));
  EXPECT_EQ(events(), known);
}

TEST_F(AuditedChangesTest, TellOfALoginWithTheAccountItWasMadeWith) {
  ASSERT_TRUE(status_of(audited.users.create(key, app, typed_user("eve"), SessionRequest{})));
  const auto log = events();
  EXPECT_EQ(log[0].action, "auth_token.created");
  EXPECT_EQ(log[1].action, "user.created");
  EXPECT_EQ(log[0].target_id, "eve");
}

TEST_F(AuditedChangesTest, TellOfTheSessionsThatALoginEnded) {
  AppChange change;
  change.max_tokens_per_user = 1;
  ASSERT_TRUE(status_of(audited.apps.update(key, kApp, change)));
  app = runner.run(audited.apps.find(kApp)).value();
  log_in("ann");
  const auto first = session_id;
  clock.advance(std::chrono::milliseconds{1});
  log_in("ann");
  EXPECT_EQ(events().front().details,
            R"({"sessionId":")" + session_id + R"(","endedSessionIds":[")" + first + R"("]})");
}

// Users ending their own sessions are recorded differently from others ending them.
TEST_F(AuditedChangesTest, NameTheEndsOfOwnDevicesApart) {
  const auto token = log_in("ann");
  ASSERT_TRUE(runner.run(audited.sessions.end(ann, kApp, "ann", token)));
  EXPECT_EQ(events().front().action, "session.ended");
  log_in("ann");
  ASSERT_TRUE(status_of(audited.sessions.end_all(ann, kApp, "ann", kEndOfTime, {})));
  EXPECT_EQ(events().front().action, "session.ended");
  EXPECT_EQ(events().front().details, R"({"sessions":1})");
}

TEST_F(AuditedChangesTest, OfANewAppTellOfItsTwoKeys) {
  App draft;
  draft.id = "new-app";
  draft.name = "New app";
  ASSERT_TRUE(status_of(audited.apps.create(key, draft)));
  const auto log = runner.run(audited.audit.list("new-app", {})).value().events;
  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(log[2].action, "app.created");
  EXPECT_EQ(log[1].action, "api_key.created");
  EXPECT_EQ(log[0].action, "api_key.created");
}

}  // namespace
}  // namespace parley::core
