#include "core/administrator/session_service.hpp"

#include <gmock/gmock.h>

#include <atomic>

#include <fmt/format.h>

#include "support/administrator_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using test_support::kPassword;
using testing::IsEmpty;
using enum AdminRole;

using AdminSessionServiceTest = test_support::AdministratorTest;

TEST_F(AdminSessionServiceTest, SignsInWithThePassword) {
  const auto ann = create("ann", developer);
  const auto signed_in = sign_in("ANN@example.com", kPassword);
  ASSERT_TRUE(signed_in);
  EXPECT_EQ(signed_in->administrator.id, ann.id);
  EXPECT_EQ(signed_in->administrator.last_signed_in_at, clock.now());
  EXPECT_EQ(signed_in->session.last_ip, "192.0.2.1");
  const auto caller = authenticate(signed_in->token);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->administrator, signed_in->administrator);
  EXPECT_EQ(caller->session, signed_in->session);
  EXPECT_EQ(caller->csrf.expose(), signed_in->csrf.expose());
  EXPECT_NE(caller->csrf.expose(), signed_in->token.expose());
}

TEST_F(AdminSessionServiceTest, WhoIsUnknownCostsAsMuchAsAWrongPassword) {
  create("ann", owner);
  create("linked", viewer, false);
  for (const auto* email : {"ann@example.com", "linked@example.com", "nobody@example.com", ""}) {
    const int before = passwords.verified;
    EXPECT_EQ(code_of(sign_in(email, "wrong password")), ErrorCode::kAuthErrSignInFailed) << email;
    EXPECT_EQ(passwords.verified, before + 1) << email;
  }
  EXPECT_EQ(code_of(sign_in("linked@example.com", "")), ErrorCode::kAuthErrSignInFailed);
}

TEST_F(AdminSessionServiceTest, FailuresMakeWaitAlsoWithTheRightPassword) {
  create("ann", owner);
  for (int i = 0; i < 4; ++i) (void)sign_in("ann@example.com", "wrong password");
  const int before = passwords.verified;
  const auto refused = sign_in("ann@example.com", kPassword);
  EXPECT_EQ(code_of(refused), ErrorCode::kErrTooManyRequests);
  EXPECT_EQ(refused.error()->retry_after, 1);
  EXPECT_EQ(passwords.verified, before);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword, "192.0.2.2"));
  advance(1s);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

TEST_F(AdminSessionServiceTest, ACorrectedClockNeitherShortensAWaitNorLengthensIt) {
  create("ann", owner);
  for (int i = 0; i < 4; ++i) (void)sign_in("ann@example.com", "wrong password");
  for (const auto correction : {-24h, 48h}) {
    clock.advance(correction);
    EXPECT_EQ(sign_in("ann@example.com", kPassword).error()->retry_after, 1);
  }
  steady_clock.advance(1s);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

TEST_F(AdminSessionServiceTest, StrangersAtTheSameAddressDoNotLockTheOwnerOut) {
  create("ann", owner);
  ASSERT_TRUE(sign_in("ann@example.com", kPassword));
  for (int i = 0; i < 21; ++i) (void)sign_in(fmt::format("{}@example.com", i), "guess");
  EXPECT_EQ(code_of(sign_in("bob@example.com", "guess")), ErrorCode::kErrTooManyRequests);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
  EXPECT_EQ(code_of(sign_in("bob@example.com", "guess")), ErrorCode::kErrTooManyRequests);
}

TEST_F(AdminSessionServiceTest, AnAddressIsKnownByLinkTooAndToItsAdministratorOnly) {
  create("ann", owner);
  const auto bob = create("bob", viewer);
  ASSERT_TRUE(use_link(runner.run(administrators.create_link(actor, bob.id))->token));
  const auto is_known = [&](const char* email) {
    const int before = passwords.verified_for_administrators;
    (void)sign_in(email, "wrong password");
    return passwords.verified_for_administrators > before;
  };
  EXPECT_TRUE(is_known("bob@example.com"));
  EXPECT_FALSE(is_known("ann@example.com"));
  EXPECT_FALSE(is_known("nobody@example.com"));
  clock.advance(kKnownAddressesKept);
  EXPECT_FALSE(is_known("bob@example.com"));
}

TEST_F(AdminSessionServiceTest, KnownAddressesOutliveARestart) {
  create("ann", owner);
  ASSERT_TRUE(sign_in("ann@example.com", kPassword));
  const Environment environment{repeating, bus, clock, steady_clock, random};
  AdminSessionService restarted(environment, passwords);
  const int before = passwords.verified_for_administrators;
  (void)runner.run(
      restarted.sign_in("ann@example.com", SecretString("wrong password"), {"192.0.2.1", "B"}));
  EXPECT_EQ(passwords.verified_for_administrators, before + 1);
}

TEST_F(AdminSessionServiceTest, AnAnswerThatTheServerHadNoTimeForIsNoFailure) {
  create("ann", owner);
  passwords.is_overloaded = true;
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(code_of(sign_in("ann@example.com", kPassword)), ErrorCode::kErrServiceUnavailable);
  }
  passwords.is_overloaded = false;
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

// A unit of work per guess would let everybody who can reach the server cause a commit or a read.
TEST_F(AdminSessionServiceTest, JunkLinksAndTokensCostNoLookup) {
  const auto ann = create("ann", owner);
  const auto link = runner.run(administrators.create_link(actor, ann.id)).value();
  auto wrong = link.token.expose();
  wrong.back() = wrong.back() == 'x' ? 'y' : 'x';
  const auto runs = repeating.runs();
  for (const auto& junk : {std::string(), std::string("parley_link_guess"), wrong}) {
    EXPECT_EQ(code_of(use_link(SecretString(junk))), ErrorCode::kAuthErrSignInLinkNotFound);
    EXPECT_EQ(code_of(authenticate(SecretString(junk))), ErrorCode::kAuthErrAdminSessionNotFound);
  }
  EXPECT_EQ(repeating.runs(), runs);
  EXPECT_TRUE(use_link(link.token));
}

TEST_F(AdminSessionServiceTest, ManyGuessesAtOnceAreNoMoreThanOneAfterTheOther) {
  create("ann", owner);
  std::vector<Task<void>> tasks;
  tasks.reserve(16);
  for (int i = 0; i < 16; ++i) {
    tasks.push_back([](AdminSessionService& admin_sessions) -> Task<void> {
      SecretString wrong("wrong password");
      SignInOrigin origin{"192.0.2.1", "B"};
      std::string email = "ann@example.com";
      (void)co_await admin_sessions.sign_in(std::move(email), std::move(wrong), std::move(origin));
    }(sessions));
  }
  runner.run_all(std::move(tasks));
  EXPECT_EQ(passwords.verified, 4);
}

TEST_F(AdminSessionServiceTest, AnOldHashIsReplacedAtTheNextSignIn) {
  const auto ann = create("ann", owner);
  passwords.needs_rehash = true;
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

TEST_F(AdminSessionServiceTest, TooManyPasswordsAtOnceAreAnOutage) {
  create("ann", owner);
  passwords.is_overloaded = true;
  EXPECT_EQ(code_of(sign_in("ann@example.com", kPassword)), ErrorCode::kErrServiceUnavailable);
}

TEST_F(AdminSessionServiceTest, ASessionEndsWhenIdle) {
  create("ann", owner);
  const auto ann = ann_signs_in();
  clock.advance(30min - 1s);
  ASSERT_TRUE(authenticate(ann.token));  // A use, which restarts the idle time.
  clock.advance(30min - 1s);
  EXPECT_TRUE(authenticate(ann.token));
  clock.advance(30min);
  EXPECT_EQ(code_of(authenticate(ann.token)), ErrorCode::kAuthErrAdminSessionNotFound);
  EXPECT_THAT(runner.run(sessions.list_sessions(ann.administrator.id)).value(), IsEmpty());
}

TEST_F(AdminSessionServiceTest, ASessionEndsAfterTwelveHoursOfUse) {
  create("ann", owner);
  const auto ann = ann_signs_in();
  for (int i = 0; i < 35; ++i) {
    clock.advance(20min);
    ASSERT_TRUE(authenticate(ann.token));
  }
  clock.advance(20min - 1s);
  EXPECT_TRUE(authenticate(ann.token));
  clock.advance(1s);
  EXPECT_EQ(code_of(authenticate(ann.token)), ErrorCode::kAuthErrAdminSessionNotFound);
}

TEST_F(AdminSessionServiceTest, AUseIsNotedWithItsAddress) {
  create("ann", owner);
  const auto ann = ann_signs_in();
  clock.advance(29s);
  EXPECT_EQ(authenticate(ann.token)->session.last_ip, "192.0.2.1");
  clock.advance(1s);
  EXPECT_EQ(authenticate(ann.token)->session.last_ip, "192.0.2.7");
  const auto listed = runner.run(sessions.list_sessions(ann.administrator.id)).value();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].last_used_at, clock.now());
  EXPECT_EQ(listed[0].last_ip, "192.0.2.7");
}

TEST_F(AdminSessionServiceTest, SessionsEndOneByOneAndTogether) {
  create("ann", owner);
  const auto one = ann_signs_in();
  const auto two = ann_signs_in();
  const auto three = ann_signs_in();
  const auto& id = one.administrator.id;
  EXPECT_TRUE(runner.run(sessions.sign_out(actor, one.session)));
  EXPECT_TRUE(runner.run(sessions.sign_out(actor, one.session)));
  EXPECT_FALSE(authenticate(one.token));
  EXPECT_EQ(code_of(runner.run(sessions.end_session(actor, "adm_other", two.session.id))),
            ErrorCode::kErrAdminSessionNotFound);
  EXPECT_TRUE(runner.run(sessions.end_session(actor, id, two.session.id)));
  EXPECT_FALSE(authenticate(two.token));
  const auto four = ann_signs_in();
  EXPECT_TRUE(runner.run(sessions.sign_out_everywhere(actor, id, four.session.id)));
  EXPECT_FALSE(authenticate(three.token));
  EXPECT_TRUE(authenticate(four.token));
}

TEST_F(AdminSessionServiceTest, OwnPasswordIsChangedWithTheOldOneAndKeepsThisSession) {
  create("ann", owner);
  const auto here = ann_signs_in();
  const auto there = ann_signs_in();
  const auto change = [&](const char* current, const char* wanted) {
    return runner.run(sessions.change_own_password(actor, here.session, SecretString(current),
                                                   SecretString(wanted)));
  };
  EXPECT_EQ(code_of(change("wrong password", "another one")), ErrorCode::kAuthErrSignInFailed);
  EXPECT_EQ(code_of(change(kPassword, "short")), ErrorCode::kErrBadRequest);
  EXPECT_TRUE(change(kPassword, "another one"));
  EXPECT_TRUE(authenticate(here.token));
  EXPECT_FALSE(authenticate(there.token));
  EXPECT_TRUE(sign_in("ann@example.com", "another one"));
  for (int i = 0; i < 4; ++i) (void)change("wrong password", "yet another");
  EXPECT_EQ(code_of(change("another one", "yet another")), ErrorCode::kErrTooManyRequests);
}

TEST_F(AdminSessionServiceTest, WhoCameByLinkSetsTheFirstPassword) {
  const auto ann = create("ann", owner, false);
  const auto link = runner.run(administrators.create_link(actor, ann.id)).value();
  const auto signed_in = use_link(link.token).value();
  ASSERT_TRUE(runner.run(sessions.change_own_password(actor, signed_in.session, SecretString(""),
                                                      SecretString(kPassword))));
  EXPECT_TRUE(ann_signs_in().administrator.id == ann.id);
}

TEST_F(AdminSessionServiceTest, ALinkWorksForFifteenMinutes) {
  const auto ann = create("ann", owner);
  for (const auto& [age, works] :
       {std::pair{15min - 1s, true}, {15min + 0s, false}, {15min + 1s, false}}) {
    const auto link = runner.run(administrators.create_link(actor, ann.id)).value();
    EXPECT_EQ(link.expires_at, clock.now() + 15min);
    clock.advance(age);
    EXPECT_EQ(use_link(link.token).has_value(), works) << age.count();
  }
  EXPECT_EQ(code_of(use_link(SecretString("parley_link_unknown"))),
            ErrorCode::kAuthErrSignInLinkNotFound);
}

TEST_F(AdminSessionServiceTest, ALinkWorksOnceAlsoWhenSixteenUseItAtOnce) {
  const auto ann = create("ann", owner);
  const auto link = runner.run(administrators.create_link(actor, ann.id)).value();
  std::atomic<int> signed_in = 0;
  std::atomic<int> refused = 0;
  std::vector<Task<void>> tasks;
  tasks.reserve(16);
  for (int i = 0; i < 16; ++i) {
    tasks.push_back([](AdminSessionService& admin_sessions, const std::string& token,
                       std::atomic<int>& passed, std::atomic<int>& failed) -> Task<void> {
      SecretString copy(token);
      SignInOrigin origin{"192.0.2.1", "B"};
      const auto result =
          co_await admin_sessions.sign_in_by_link(std::move(copy), std::move(origin));
      ++(result ? passed : failed);
    }(sessions, link.token.expose(), signed_in, refused));
  }
  runner.run_all(std::move(tasks));
  EXPECT_EQ(signed_in, 1);
  EXPECT_EQ(refused, 15);
  EXPECT_EQ(runner.run(sessions.list_sessions(ann.id)).value().size(), 1U);
}

TEST_F(AdminSessionServiceTest, PurgeTakesWhatHasEnded) {
  create("ann", owner);
  const auto ended = ann_signs_in();
  clock.advance(20min);
  const auto live = ann_signs_in();
  clock.advance(10min);
  ASSERT_TRUE(runner.run(sessions.purge()));
  EXPECT_TRUE(authenticate(live.token));
  const auto left = runner.run(store->read([&](Transaction& transaction) {
    return Result<std::vector<AdminSession>>(
        transaction.administrators().list_sessions(ended.administrator.id));
  }));
  EXPECT_EQ(left->size(), 1U);
}

TEST_F(AdminSessionServiceTest, UserAgentsAreCutOffBetweenCharacters) {
  create("ann", owner);
  std::string long_one(kMaxAdminUserAgentBytes - 1, 'x');
  long_one += "é";
  const auto signed_in =
      runner.run(sessions.sign_in("ann@example.com", SecretString(kPassword), {"::1", long_one}));
  EXPECT_EQ(signed_in->session.user_agent, std::string(kMaxAdminUserAgentBytes - 1, 'x'));
}

}  // namespace
}  // namespace parley::core
