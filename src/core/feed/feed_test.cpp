#include "core/feed/feed.hpp"

#include <gmock/gmock.h>

#include "support/domain_test.hpp"
#include "support/failing_clock.hpp"

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FeedTest : public test_support::DomainTest {
 protected:
  Feed& feed() { return domain.feed; }

  void record(const std::string& uid, const std::string& app_id = kApp, AppEpoch app_epoch = 0) {
    feed().record(
        {.kind = FeedKind::connected, .app_id = app_id, .app_epoch = app_epoch, .uid = uid});
  }

  /// Creates an app with the id of one that was removed.
  App create_next() {
    App next;
    next.id = kApp;
    next.name = "The next one";
    return runner.run(domain.apps.create(actor, next)).value().app;
  }

  static std::vector<std::string> uids(const std::vector<FeedEvent>& events) {
    std::vector<std::string> found;
    found.reserve(events.size());
    for (const auto& event : events) found.push_back(event.uid);
    return found;
  }
};

TEST_F(FeedTest, TellsWhatCameBehindAnEventInItsOrder) {
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
  record("ann");
  record("eve", "other-app");
  clock.advance(std::chrono::seconds{3});
  record("bob");
  const auto all = feed().since(kApp, 0);
  EXPECT_THAT(uids(all), ElementsAre("ann", "bob"));
  EXPECT_EQ(all[0].id, 1U);
  EXPECT_EQ(all[1].id, 2U);
  EXPECT_EQ(all[1].at, clock.now());
  EXPECT_THAT(uids(feed().since(kApp, 1)), ElementsAre("bob"));
  EXPECT_THAT(feed().since(kApp, 2), IsEmpty());
  EXPECT_THAT(uids(feed().since("other-app", 0)), ElementsAre("eve"));
}

TEST_F(FeedTest, KeepsTheNewest) {
  for (std::size_t i = 1; i <= Feed::kKept + 2; ++i) record(std::to_string(i));
  const auto all = feed().since(kApp, 0);
  ASSERT_EQ(all.size(), Feed::kKept);
  EXPECT_EQ(all.front().id, 3U) << "the gap shows what was missed";
  EXPECT_THAT(uids(feed().since(kApp, 0, 2)),
              ElementsAre(std::to_string(Feed::kKept + 1), std::to_string(Feed::kKept + 2)));
}

TEST_F(FeedTest, HearsOfSessionsThatBeginAndEnd) {
  create_user("ann");
  Actor back_end = actor;
  back_end.address = "192.0.2.7";
  const auto log_in = [&] {
    SessionRequest request;
    request.device.platform = "ios";
    return runner.run(domain.sessions.log_in(back_end, app, "ann", request)).value();
  };
  const auto first = log_in();
  const auto live =
      runner.run(domain.sessions.authenticate(first.token.expose(), "192.0.2.7")).value();
  ASSERT_TRUE(runner.run(domain.sessions.logout(actor, live)));
  log_in();
  ASSERT_TRUE(runner.run(domain.users.deactivate(actor, kApp, {"ann"})));

  const auto events = feed().since(kApp, 0);
  ASSERT_EQ(events.size(), 4U);
  EXPECT_EQ(events[0].kind, FeedKind::token_created);
  EXPECT_EQ(events[0].uid, "ann");
  EXPECT_EQ(events[0].session_id, first.session.id);
  EXPECT_EQ(events[0].platform, "ios");
  EXPECT_EQ(events[0].address, "192.0.2.7");
  EXPECT_EQ(events[1].kind, FeedKind::logout);
  EXPECT_EQ(events[1].session_id, first.session.id);
  EXPECT_EQ(events[3].kind, FeedKind::session_ended);
  EXPECT_EQ(events[3].reason, EndReason::deactivated);
}

TEST_F(FeedTest, TellsTheFirstUseOfATokenFromItsCreation) {
  create_user("ann");
  const auto created = runner.run(domain.sessions.log_in(actor, app, "ann", {})).value();
  const auto open = [&] {
    const auto session =
        runner.run(domain.sessions.authenticate(created.token.expose(), "192.0.2.7")).value();
    ASSERT_TRUE(
        runner.run(domain.sessions.record_device(session, {.platform = "ios"}, "192.0.2.7")));
  };
  open();
  open();  // The app is started again.

  const auto events = feed().since(kApp, 0);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind, FeedKind::token_created);
  EXPECT_EQ(events[0].platform, "");
  EXPECT_EQ(events[1].kind, FeedKind::login);
  EXPECT_EQ(events[1].uid, "ann");
  EXPECT_EQ(events[1].session_id, created.session.id);
  EXPECT_EQ(events[1].platform, "ios");
  EXPECT_EQ(events[1].address, "192.0.2.7");
}

// The login is stored when its event is delivered, so it succeeds.
TEST_F(FeedTest, GoesOnAfterAnEventThatItCannotRecord) {
  test_support::FailingClock failing(clock);
  const Feed broken(Environment{repeating, bus, failing, steady_clock, random});
  for (const auto* uid : {"ann", "bob", "cay"}) {
    create_user(uid);
    failing.fails = uid == std::string_view("bob");
    EXPECT_TRUE(runner.run(domain.sessions.log_in(actor, app, uid, {})));
    failing.fails = false;
  }
  EXPECT_THAT(uids(broken.since(kApp, 0)), ElementsAre("ann", "cay"));
  EXPECT_THAT(uids(feed().since(kApp, 0)), ElementsAre("ann", "bob", "cay"));
}

// A later app may have the same id.
TEST_F(FeedTest, ForgetsAnAppThatIsRemoved) {
  record("ann");
  ASSERT_TRUE(runner.run(domain.apps.update(actor, kApp, {.name = "Other name"})));
  EXPECT_EQ(feed().since(kApp, 0).size(), 1U);
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
  record("bob");  // For example, a login that is refused a moment later.
  create_next();
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
  record("cay");
  EXPECT_THAT(uids(feed().since(kApp, 2)), ElementsAre("cay")) << "for those who watched before";
}

// They end in steps, and an app with the same id may exist before the last one has closed.
TEST_F(FeedTest, IgnoresTheSocketsOfAnAppThatIsRemoved) {
  record("ann", kApp, app->epoch);
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  record("ann", kApp, app->epoch);
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
  const auto next = create_next();
  record("ann", kApp, app->epoch);
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
  record("bob", kApp, next.epoch);
  EXPECT_THAT(uids(feed().since(kApp, 0)), ElementsAre("bob"));
}

// As for an app without events since the server started.
TEST_F(FeedTest, IgnoresTheSocketsOfARemovedAppItHasNotSeenBefore) {
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  record("ann", kApp, app->epoch);
  EXPECT_THAT(feed().since(kApp, 0), IsEmpty());
}

}  // namespace
}  // namespace parley::core
