#include "core/statistics/service.hpp"

#include <gtest/gtest.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;

class StatisticsServiceTest : public test_support::DomainTest {
 protected:
  StatisticsServiceTest() {
    App other;
    other.id = "other-app";
    other.name = "Other app";
    EXPECT_TRUE(runner.run(domain.apps.create(actor, other)));
    create_user("ann");
    create_user("bob");
  }

  AppStatistics ask(std::int64_t hours = 24, const std::string& app_id = kApp) {
    return runner.run(domain.statistics.of_app(app_id, hours)).value();
  }

  std::string log_in(const std::string& uid, SessionRequest request = {}) {
    return runner.run(domain.sessions.log_in(actor, app, uid, std::move(request)))
        .value()
        .token.expose();
  }

  static std::vector<std::uint64_t> counts(const AppStatistics& statistics) {
    std::vector<std::uint64_t> counts;
    for (const auto& hour : statistics.logins) counts.push_back(hour.count);
    return counts;
  }

  /// Advances to the start of the next hour.
  void finish_hour() { clock.advance(hour_of(clock.now()) + 1h - clock.now()); }
};

TEST_F(StatisticsServiceTest, CountsUsersByWhetherTheyAreDeactivated) {
  create_user("cat");
  EXPECT_EQ(ask().users, 3U);
  ASSERT_TRUE(runner.run(domain.users.deactivate(actor, kApp, {"cat"})));
  EXPECT_EQ(ask().users, 2U);
  EXPECT_EQ(ask().deactivated_users, 1U);
  ASSERT_TRUE(runner.run(domain.users.remove(actor, kApp, "bob")));
  EXPECT_EQ(ask().users, 1U);
  EXPECT_EQ(ask(24, "other-app").users, 0U);
}

TEST_F(StatisticsServiceTest, CountsThoseOnlineWhomListsShow) {
  class Silent final : public PresenceListener {
    void announce(std::shared_ptr<const Announcement> /*announcement*/) override {}
    void notify(std::shared_ptr<const UserNotice> /*notice*/) override {}
  } listener;
  domain.presence.set_listener(listener);
  const auto created_at = runner.run(domain.users.find(kApp, "bob")).value().created_at;
  domain.presence.connect(kApp, "bob", created_at, 1);
  EXPECT_EQ(ask().online, 0U);
  ASSERT_TRUE(runner.run(domain.presence.announce_pending()));
  EXPECT_EQ(ask().online, 1U);
  EXPECT_EQ(ask(24, "other-app").online, 0U);
}

TEST_F(StatisticsServiceTest, CountsSessionsUntilTheyEndOrTimeEndsThem) {
  log_in("ann");
  SessionRequest short_one;
  short_one.expires_in = 90min;
  log_in("ann", short_one);
  SessionRequest idle;
  idle.idle_timeout = 10min;
  const auto token = log_in("bob", idle);
  EXPECT_EQ(ask().sessions, 3U);
  clock.advance(10min);
  EXPECT_EQ(ask().sessions, 2U);
  clock.advance(80min - 1ms);
  EXPECT_EQ(ask().sessions, 2U);
  clock.advance(1ms);
  EXPECT_EQ(ask().sessions, 1U);
  ASSERT_TRUE(runner.run(domain.users.deactivate(actor, kApp, {"ann"})));
  EXPECT_EQ(ask().sessions, 0U);
  EXPECT_EQ(ask(24, "other-app").sessions, 0U);
}

TEST_F(StatisticsServiceTest, ASessionInUseDoesNotIdle) {
  SessionRequest idle;
  idle.idle_timeout = 10min;
  const auto token = log_in("bob", idle);
  for (int i = 0; i < 20; ++i) {
    clock.advance(9min);
    ASSERT_TRUE(runner.run(domain.sessions.authenticate(token, "127.0.0.1")));
    ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
    EXPECT_EQ(ask().sessions, 1U);
  }
  clock.advance(10min);
  EXPECT_EQ(ask().sessions, 0U);
}

TEST_F(StatisticsServiceTest, CountsTheSessionsOfAllApps) {
  const auto all = [&] { return runner.run(domain.statistics.live_sessions()).value(); };
  EXPECT_EQ(all(), 0U);
  log_in("ann");
  const auto other = runner.run(domain.apps.find("other-app")).value();
  User user;
  user.uid = "ann";
  user.name = "Ann";
  ASSERT_TRUE(runner.run(domain.users.create(actor, other, user, SessionRequest{})));
  EXPECT_EQ(all(), 2U);
}

TEST_F(StatisticsServiceTest, CountsLoginsByTheHourWithTheHoursThatHadNone) {
  finish_hour();
  log_in("ann");
  log_in("bob");
  clock.advance(1h - 1ms);
  log_in("bob");
  clock.advance(1ms + 2h);
  log_in("ann");
  const auto statistics = ask(5);
  EXPECT_EQ(counts(statistics), (std::vector<std::uint64_t>{0, 3, 0, 0, 1}));
  auto hour = hour_of(clock.now()) - 4h;
  for (const auto& logins : statistics.logins) {
    EXPECT_EQ(logins.hour, hour);
    hour += 1h;
  }
  EXPECT_EQ(counts(ask(1)), std::vector<std::uint64_t>{1});
  EXPECT_EQ(counts(ask(5, "other-app")), std::vector<std::uint64_t>(5, 0));
}

// Also if the user is created together with its first token.
TEST_F(StatisticsServiceTest, EachNewSessionIsALoginAndNothingElse) {
  User user;
  user.uid = "cat";
  user.name = "Cat";
  ASSERT_TRUE(runner.run(domain.users.create(actor, app, user, SessionRequest{})));
  EXPECT_EQ(counts(ask(1)), std::vector<std::uint64_t>{1});
  const auto token = log_in("ann");
  EXPECT_EQ(counts(ask(1)), std::vector<std::uint64_t>{2});
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  ASSERT_TRUE(runner.run(domain.sessions.record_device(session, Device{}, "127.0.0.1")));
  ASSERT_TRUE(runner.run(domain.sessions.logout(actor, session)));
  ASSERT_TRUE(runner.run(domain.users.remove(actor, kApp, "cat")));
  EXPECT_FALSE(runner.run(domain.sessions.log_in(actor, app, "nobody", {})));
  EXPECT_FALSE(runner.run(domain.users.create(actor, app, user = {}, SessionRequest{})));
  EXPECT_EQ(counts(ask(1)), std::vector<std::uint64_t>{2});
}

TEST_F(StatisticsServiceTest, KeepsThirtyDaysOfLogins) {
  log_in("ann");
  clock.advance(std::chrono::hours{kLoginHoursKept - 1});
  log_in("ann");
  ASSERT_TRUE(runner.run(domain.statistics.purge()));
  auto kept = counts(ask(kLoginHoursKept));
  ASSERT_EQ(kept.size(), 720U);
  EXPECT_EQ(kept.front(), 1U);
  EXPECT_EQ(kept.back(), 1U);
  clock.advance(1h);
  ASSERT_TRUE(runner.run(domain.statistics.purge()));
  clock.advance(-1h);  // If the deleted hour still existed, it would show again.
  kept = counts(ask(kLoginHoursKept));
  EXPECT_EQ(kept.front(), 0U);
  EXPECT_EQ(kept.back(), 1U);
}

}  // namespace
}  // namespace parley::core
