#include "core/session/service.hpp"

#include <gtest/gtest.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

App draft_with_few_tokens() {
  App draft;
  draft.max_tokens_per_user = 3;
  return draft;
}

class SessionServiceTest : public test_support::DomainTest {
 protected:
  SessionServiceTest() : DomainTest(draft_with_few_tokens()) { create_user("superhero1"); }

  std::string log_in(SessionRequest request = {}) {
    return runner.run(domain.sessions.log_in(actor, app, "superhero1", std::move(request)))
        .value()
        .token.expose();
  }

  /// nullopt: the token is accepted.
  std::optional<ErrorCode> refusal(const std::string& token) {
    const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1"));
    return session ? std::nullopt : std::optional(session.error().code);
  }

  /// Records the events session_opened from now on. Call it once.
  void record_first_uses() {
    bus.subscribe([this](const Event& event) {
      if (event.kind == EventKind::session_opened) first_uses.push_back(event);
    });
  }

  SessionPtr use_and_flush(const std::string& token) {
    auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
    EXPECT_TRUE(runner.run(domain.sessions.flush_activity()));
    return session;
  }

  /// The user's name in the cached session.
  static std::string name_in(const SessionPtr& session) {
    return session->rendered([](const User& user, const Session&) { return user.name; });
  }

  std::vector<Event> first_uses;
};

TEST_F(SessionServiceTest, ATokenLogsItsUserInUntilLogout) {
  const auto token = log_in();
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1"));
  ASSERT_TRUE(session);
  EXPECT_EQ((*session)->session().uid, "superhero1");
  EXPECT_TRUE(runner.run(domain.sessions.logout(actor, *session)));
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenNotFound);
  const auto again = runner.run(domain.sessions.logout(actor, *session));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kAuthErrAuthTokenNotFound);
}

TEST_F(SessionServiceTest, AUseThatCouldNotBeWrittenIsWrittenLater) {
  const auto token = log_in();
  clock.advance(std::chrono::minutes{5});
  const auto used_at = clock.now();
  EXPECT_EQ(refusal(token), std::nullopt);
  repeating.before_write = [] { return Status(make_error(ErrorCode::kErrServiceUnavailable)); };
  EXPECT_FALSE(runner.run(domain.sessions.flush_activity()));
  repeating.before_write = [] { return Status{}; };
  clock.advance(seconds{5});
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  const auto stored = runner.run(domain.sessions.find(kApp, "superhero1", token));
  EXPECT_EQ(stored.value().last_used_at, used_at);
}

// Security ledger, row 7, with the cache in between.
TEST_F(SessionServiceTest, AnAbsoluteLifetimeEndsToTheMillisecond) {
  SessionRequest request;
  request.expires_in = seconds{60};
  const auto token = log_in(request);
  EXPECT_EQ(refusal(token), std::nullopt);
  clock.advance(seconds{60} - milliseconds{1});
  EXPECT_EQ(refusal(token), std::nullopt);
  clock.advance(milliseconds{1});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
}

TEST_F(SessionServiceTest, UsePutsOffTheIdleTimeout) {
  SessionRequest request;
  request.idle_timeout = seconds{60};
  const auto token = log_in(request);
  for (int i = 0; i < 5; ++i) {
    clock.advance(seconds{59});
    EXPECT_EQ(refusal(token), std::nullopt);
  }
  clock.advance(seconds{60});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
}

// The stored time of the last use lags behind. A reload must not take it for the last use.
TEST_F(SessionServiceTest, AChangeOfTheUserDoesNotBringTheIdleTimeoutForward) {
  SessionRequest request;
  request.idle_timeout = seconds{60};
  const auto token = log_in(request);
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
  UserChange change;
  change.name = "Tony Stark";
  ASSERT_TRUE(runner.run(domain.users.update(actor, "my-app", "superhero1", change)));
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
}

// Lists read the store and calls read memory. They must not disagree until the clock catches up.
TEST_F(SessionServiceTest, AClockThatJumpsForwardAndBackLeavesOneIdleEnd) {
  SessionRequest request;
  request.idle_timeout = std::chrono::hours{1};
  const auto token = log_in(request);
  const auto listed = [&] {
    EXPECT_TRUE(runner.run(domain.sessions.flush_activity()));
    return runner.run(domain.sessions.list("my-app", "superhero1", 10, 1)).value().sessions;
  };
  clock.advance(std::chrono::minutes{50});
  EXPECT_EQ(refusal(token), std::nullopt);
  EXPECT_EQ(listed().size(), 1U);
  clock.advance(-std::chrono::minutes{50});
  EXPECT_EQ(listed().size(), 1U);
  EXPECT_EQ(refusal(token), std::nullopt) << "its last use lies in the future";
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0].last_used_at, clock.now());
  clock.advance(std::chrono::hours{1} - milliseconds{1});
  EXPECT_EQ(listed().size(), 1U);
  clock.advance(milliseconds{1});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
  EXPECT_EQ(listed().size(), 0U);
}

TEST_F(SessionServiceTest, ASessionCallAfterSuchAJumpCountsFromNow) {
  SessionRequest request;
  request.idle_timeout = std::chrono::hours{1};
  const auto token = log_in(request);
  clock.advance(std::chrono::minutes{50});
  auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  clock.advance(-std::chrono::minutes{50});
  ASSERT_TRUE(
      runner.run(domain.sessions.record_device(session, Device{.platform = "web"}, "127.0.0.1")));
  clock.advance(std::chrono::hours{1});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
}

TEST_F(SessionServiceTest, AChangeOfTheDeviceDoesNotBringItForwardEither) {
  SessionRequest request;
  request.idle_timeout = seconds{60};
  const auto token = log_in(request);
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
  DeviceChange change;
  change.platform = "android";
  ASSERT_TRUE(
      runner.run(domain.sessions.update_device(actor, "my-app", "superhero1", token, change)));
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
}

TEST_F(SessionServiceTest, AChangeThatWouldNotMoveTheEndIsRefused) {
  SessionRequest request;
  request.expires_in = seconds{60};
  const auto token = log_in(request);
  const auto update = [&](const DeviceChange& change) {
    return runner.run(domain.sessions.update_device(actor, "my-app", "superhero1", token, change));
  };
  DeviceChange change;
  change.expires_at = std::chrono::floor<seconds>(clock.now() + seconds{60});
  change.idle_timeout = seconds{0};
  EXPECT_TRUE(update(change));
  change.expires_at = kNever;
  change.idle_timeout = seconds{60};
  const auto refused = update(change);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error()->details.contains("expiresAt"));
  EXPECT_TRUE(refused.error()->details.contains("idleTimeout"));
}

TEST_F(SessionServiceTest, ADeviceFromBeforeThereWereRulesCanBeDescribed) {
  const auto token = log_in({});
  ASSERT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
    auto session = *transaction.sessions().find_by_digest(crypto::sha256(token));
    session.device.user_agent = "Mozilla\u0085";
    transaction.sessions().update(session);
    return {};
  })));
  DeviceChange change;
  change.platform = "android";
  EXPECT_TRUE(
      runner.run(domain.sessions.update_device(actor, "my-app", "superhero1", token, change)));
}

// The stored time of the last use lags behind. That must not prevent ending a session that is in
// use.
TEST_F(SessionServiceTest, ASessionThatIsStoredAsIdleForTooLongCanBeEnded) {
  SessionRequest request;
  request.idle_timeout = seconds{60};
  const auto token = log_in(request);
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
  clock.advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt);
  EXPECT_TRUE(runner.run(domain.sessions.end(actor, "my-app", "superhero1", token)));
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenNotFound);
}

TEST_F(SessionServiceTest, AskingAboutATokenIsNoUseOfIt) {
  SessionRequest request;
  request.idle_timeout = seconds{60};
  const auto token = log_in(request);
  clock.advance(seconds{59});
  EXPECT_TRUE(runner.run(domain.sessions.inspect(token)));
  clock.advance(seconds{1});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
}

// Security ledger, row 10.
TEST_F(SessionServiceTest, ACutoffInTheSecondOfALoginEndsTheOldAndNotTheNew) {
  const auto this_second = std::chrono::floor<seconds>(clock.now());
  const auto earlier = log_in();
  clock.advance(milliseconds{100});
  const auto old = log_in();
  ASSERT_TRUE(runner.run(domain.sessions.end_all(actor, "my-app", "superhero1", this_second, "")));
  const auto fresh = log_in();
  EXPECT_EQ(refusal(earlier), ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(refusal(old), ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(refusal(fresh), std::nullopt);
  clock.advance(seconds{1});
  ASSERT_TRUE(runner.run(domain.sessions.end_all(actor, "my-app", "superhero1", this_second, "")));
  EXPECT_EQ(refusal(fresh), std::nullopt) << "the second has passed: nothing was issued before it";
}

TEST_F(SessionServiceTest, TheCutoffOfAnAppIsAsExact) {
  create_user("superhero2");
  const auto log_in_other = [&] {
    return runner.run(domain.sessions.log_in(actor, app, "superhero2", {})).value().token.expose();
  };
  const auto end_all = [&](Time issued_before) {
    return runner.run(domain.sessions.end_all_of_app(actor, "my-app", issued_before)).value();
  };
  const auto this_second = std::chrono::floor<seconds>(clock.now());
  const auto old = log_in();
  const auto other = log_in_other();
  EXPECT_EQ(end_all(this_second - seconds{1}), 0U);
  EXPECT_EQ(refusal(old), std::nullopt);
  EXPECT_EQ(end_all(this_second), 2U);
  EXPECT_EQ(refusal(old), ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(refusal(other), ErrorCode::kAuthErrAuthTokenNotFound);
  const auto fresh = log_in();
  clock.advance(seconds{1});
  EXPECT_EQ(end_all(this_second), 0U);
  EXPECT_EQ(refusal(fresh), std::nullopt);
}

TEST_F(SessionServiceTest, TheSessionsOfAnAppEndInSteps) {
  constexpr int kUsers = 220;
  for (int i = 0; i < kUsers; ++i) {
    const auto uid = "user-" + std::to_string(i);
    create_user(uid);
    for (int k = 0; k < 3; ++k) {
      ASSERT_TRUE(runner.run(domain.sessions.log_in(actor, app, uid, {})));
    }
  }
  int ended = 0;
  bus.subscribe([&](const Event& event) {
    if (event.kind == EventKind::session_ended && event.reason == EndReason::revoked) ++ended;
  });
  clock.advance(seconds{1});
  const auto runs = repeating.runs();
  EXPECT_EQ(runner.run(domain.sessions.end_all_of_app(actor, "my-app", clock.now())).value(),
            3U * kUsers);
  EXPECT_EQ(ended, 3 * kUsers);
  EXPECT_GE(repeating.runs() - runs, 1 + 2 * 4) << "200 sessions at a time";
}

// Security ledger, row 13.
TEST_F(SessionServiceTest, OneSessionTooManyEndsTheOldest) {
  std::vector<std::string> tokens;
  for (int i = 0; i < 5; ++i) {
    tokens.push_back(log_in());
    EXPECT_EQ(refusal(tokens.back()), std::nullopt);
    clock.advance(seconds{1});
  }
  EXPECT_EQ(refusal(tokens[0]), ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(refusal(tokens[1]), ErrorCode::kAuthErrAuthTokenNotFound);
  for (int i = 2; i < 5; ++i) EXPECT_EQ(refusal(tokens[static_cast<std::size_t>(i)]), std::nullopt);
}

// Another process may have stored a later use than the one in memory.
TEST_F(SessionServiceTest, IsNotIdleForTooLongBeforeTheStoreSaysSo) {
  const auto token = log_in({.idle_timeout = seconds{100}});
  EXPECT_EQ(refusal(token), std::nullopt);
  advance(seconds{90});
  const auto digest = crypto::sha256(token);
  const Status used = runner.run(store->write([&](Transaction& transaction) -> Status {
    auto session = transaction.sessions().find_by_digest(digest);
    session->last_used_at = clock.now();
    EXPECT_TRUE(transaction.sessions().update(*session));
    return {};
  }));
  EXPECT_TRUE(used);
  advance(seconds{50});
  EXPECT_EQ(refusal(token), std::nullopt) << "idle for 50 seconds, not for 140";
  advance(seconds{101});
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenExpired);
}

TEST_F(SessionServiceTest, AnswersNothingFromMemoryWhileEventsMayBeMissing) {
  const auto token = log_in();
  EXPECT_EQ(refusal(token), std::nullopt);
  ASSERT_TRUE(domain.sessions.authenticate_in_memory(token, "127.0.0.1"));
  bus.lose_sync();
  EXPECT_FALSE(domain.sessions.authenticate_in_memory(token, "127.0.0.1"));
  EXPECT_EQ(refusal(token), std::nullopt) << "from the store";
  EXPECT_FALSE(domain.sessions.authenticate_in_memory(token, "127.0.0.1"));
  bus.recover();
  EXPECT_FALSE(domain.sessions.authenticate_in_memory(token, "127.0.0.1")) << "it may have ended";
  EXPECT_EQ(refusal(token), std::nullopt);
  EXPECT_TRUE(domain.sessions.authenticate_in_memory(token, "127.0.0.1"));
}

TEST_F(SessionServiceTest, AChangeOfTheUserIsSeenAtOnce) {
  const auto token = log_in();
  EXPECT_EQ(refusal(token), std::nullopt);
  UserChange change;
  change.name = "Tony Stark";
  ASSERT_TRUE(runner.run(domain.users.update(actor, "my-app", "superhero1", change)));
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1"));
  EXPECT_EQ(name_in(*session), "Tony Stark");
}

TEST_F(SessionServiceTest, TokensOfADeactivatedUserStayDead) {
  const auto token = log_in();
  EXPECT_EQ(refusal(token), std::nullopt);
  ASSERT_TRUE(runner.run(domain.users.deactivate(actor, "my-app", {"superhero1"})));
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenNotFound);
  ASSERT_TRUE(runner.run(domain.users.activate(actor, "my-app", {"superhero1"})));
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenNotFound);
}

TEST_F(SessionServiceTest, TheLastUseIsWrittenDown) {
  const auto token = log_in();
  clock.advance(seconds{90});
  EXPECT_EQ(refusal(token), std::nullopt);
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  const auto session = runner.run(domain.sessions.find("my-app", "superhero1", token));
  ASSERT_TRUE(session);
  EXPECT_EQ(session->last_used_at, clock.now());
  EXPECT_EQ(session->last_ip, "127.0.0.1");
}

TEST_F(SessionServiceTest, ANewSessionIsNoDeviceBeforeItsFirstUse) {
  const auto token = log_in();
  const auto stored = [&] {
    return runner.run(domain.sessions.find("my-app", "superhero1", token)).value();
  };
  EXPECT_FALSE(stored().used);
  EXPECT_EQ(stored().created_by, public_id_of(actor));
  EXPECT_EQ(stored().last_ip, "");
  ASSERT_TRUE(runner.run(domain.sessions.inspect(token))) << "others may ask about it";
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  EXPECT_FALSE(stored().used);

  EXPECT_EQ(refusal(token), std::nullopt);
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  EXPECT_TRUE(stored().used);
  EXPECT_EQ(stored().last_ip, "127.0.0.1");
}

TEST_F(SessionServiceTest, ASessionCallIsAUse) {
  const auto token = log_in();
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  ASSERT_TRUE(runner.run(domain.sessions.record_device(session, {.platform = "web"}, "127.0.0.1")));
  EXPECT_TRUE(runner.run(domain.sessions.find("my-app", "superhero1", token))->used);
}

TEST_F(SessionServiceTest, DescribingTheDeviceOfASessionIsNoUse) {
  const auto token = log_in();
  ASSERT_TRUE(runner.run(
      domain.sessions.update_device(actor, "my-app", "superhero1", token, {.platform = "ios"})));
  EXPECT_FALSE(runner.run(domain.sessions.find("my-app", "superhero1", token))->used);
}

TEST_F(SessionServiceTest, AFirstUseWithoutASessionCallIsReported) {
  record_first_uses();
  const auto token = log_in({.device = {.platform = "ios"}});
  const auto session = use_and_flush(token);
  ASSERT_EQ(first_uses.size(), 1U);
  EXPECT_EQ(first_uses[0].uid, "superhero1");
  EXPECT_EQ(first_uses[0].session_id, session->session().id);
  EXPECT_EQ(first_uses[0].platform, "ios");
  EXPECT_EQ(first_uses[0].address, "127.0.0.1");

  clock.advance(seconds{90});
  use_and_flush(token);
  EXPECT_EQ(first_uses.size(), 1U) << "although the session in memory is still as it was read";
  ASSERT_TRUE(runner.run(domain.sessions.record_device(session, {}, "127.0.0.2")));
  EXPECT_EQ(first_uses.size(), 1U);
}

TEST_F(SessionServiceTest, ASessionCallReportsTheFirstUseAtOnceAndOnlyOnce) {
  record_first_uses();
  const auto token = log_in();
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  for (const auto* ip : {"127.0.0.1", "127.0.0.2"}) {  // Both with the session as it was read.
    ASSERT_TRUE(runner.run(domain.sessions.record_device(session, {.platform = "web"}, ip)));
    ASSERT_EQ(first_uses.size(), 1U);
  }
  EXPECT_EQ(first_uses[0].platform, "web");
  EXPECT_EQ(first_uses[0].address, "127.0.0.1");
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  EXPECT_EQ(first_uses.size(), 1U);
}

TEST_F(SessionServiceTest, TheLastUsesOfManyAreWrittenDown) {
  std::vector<std::string> tokens;
  for (int i = 0; i < 300; ++i) {
    const auto uid = "user-" + std::to_string(i % 100);
    if (i < 100) create_user(uid);
    tokens.emplace_back(
        runner.run(domain.sessions.log_in(actor, app, uid, {})).value().token.expose());
  }
  clock.advance(seconds{90});
  for (const auto& token : tokens) EXPECT_EQ(refusal(token), std::nullopt);
  ASSERT_TRUE(runner.run(domain.sessions.flush_activity()));
  for (int i = 0; i < 100; ++i) {
    const auto uid = "user-" + std::to_string(i);
    const auto page = runner.run(domain.sessions.list("my-app", uid, 10, 1)).value();
    EXPECT_EQ(page.total, 3u);
    for (const auto& session : page.sessions) EXPECT_EQ(session.last_used_at, clock.now());
    EXPECT_EQ(runner.run(domain.users.find("my-app", uid))->last_active_at, clock.now());
  }
}

TEST_F(SessionServiceTest, ASessionCallLeavesItsSessionInMemory) {
  const auto token = log_in();
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  clock.advance(seconds{90});
  const auto started =
      runner.run(domain.sessions.record_device(session, {.platform = "web"}, "127.0.0.2")).value();
  EXPECT_EQ(started.session->session().device.platform, "web");
  EXPECT_EQ(started.session->session().last_ip, "127.0.0.2");
  EXPECT_EQ(started.session->last_used_at(), clock.now());
  EXPECT_EQ(started.user.last_active_at, clock.now());

  const auto before = store->metrics().digest_lookups;
  EXPECT_EQ(runner.run(domain.sessions.inspect(token)).value(), started.session);
  EXPECT_EQ(store->metrics().digest_lookups, before);

  UserChange change;
  change.name = "Tony Stark";
  ASSERT_TRUE(runner.run(domain.users.update(actor, "my-app", "superhero1", change)));
  EXPECT_EQ(name_in(runner.run(domain.sessions.inspect(token)).value()), "Tony Stark");
}

TEST_F(SessionServiceTest, ASessionCallOfAnEndedSessionIsRefused) {
  const auto token = log_in();
  const auto session = runner.run(domain.sessions.authenticate(token, "127.0.0.1")).value();
  ASSERT_TRUE(runner.run(domain.sessions.end(actor, "my-app", "superhero1", token)));
  const auto started = runner.run(domain.sessions.record_device(session, {}, "127.0.0.1"));
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(refusal(token), ErrorCode::kAuthErrAuthTokenNotFound);
}

TEST_F(SessionServiceTest, JunkCostsNoLookup) {
  const auto token = log_in();
  const auto before = store->metrics().digest_lookups;
  auto junk = token;
  junk.back() = junk.back() == 'x' ? 'y' : 'x';
  EXPECT_EQ(refusal(junk), ErrorCode::kAuthErrAuthTokenNotFound);
  EXPECT_EQ(store->metrics().digest_lookups, before);
}

}  // namespace
}  // namespace parley::core
