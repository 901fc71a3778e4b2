#include "core/administrator/service.hpp"

#include <gmock/gmock.h>

#include <atomic>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kPassword = "correct horse";

class AdministratorServiceTest : public test_support::DomainTest {
 protected:
  Administrator create(const std::string& name, AdminRole role, bool with_password = true) {
    std::optional<SecretString> password;
    if (with_password) password.emplace(kPassword);
    return runner
        .run(service.create(actor, {name + "@example.com", "Name of " + name, role},
                            std::move(password)))
        .value();
  }

  Result<SignedIn> sign_in(const std::string& email, const std::string& password,
                           const std::string& address = "192.0.2.1") {
    return runner.run(service.sign_in(email, SecretString(password), {address, "Browser/1.0"}));
  }

  SignedIn ann_signs_in() { return sign_in("ann@example.com", kPassword).value(); }

  Result<AdminCaller> authenticate(const SecretString& token) {
    return runner.run(service.authenticate(SecretString(token.expose()), "192.0.2.7"));
  }

  Result<SignedIn> use_link(const SecretString& token) {
    return runner.run(service.sign_in_by_link(SecretString(token.expose()), {"192.0.2.1", "B"}));
  }

  template <class T>
  static ErrorCode code_of(const Result<T>& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::kErrException : result.error().code;
  }

  AdministratorService& service = domain.administrators;
};

using enum AdminRole;

TEST_F(AdministratorServiceTest, CreatesFindsAndListsByEmail) {
  const auto bob = create("bob", viewer);
  const auto ann = create("ann", owner);
  EXPECT_THAT(ann.id, testing::StartsWith("adm_"));
  EXPECT_THAT(runner.run(service.list()).value(), ElementsAre(ann, bob));
  EXPECT_EQ(runner.run(service.find_by_email(" ANN@example.com")).value(), ann);
  EXPECT_EQ(code_of(runner.run(service.find("adm_x"))), ErrorCode::kErrAdminNotFound);
  EXPECT_EQ(code_of(runner.run(service.create(actor, {"Ann@Example.com", "Other", viewer}, {}))),
            ErrorCode::kErrAdminAlreadyExists);
  EXPECT_EQ(code_of(runner.run(service.create(actor, {"x", "", viewer}, {}))),
            ErrorCode::kErrBadRequest);
  EXPECT_EQ(code_of(runner.run(service.create(actor, {"x@y", "X", viewer}, SecretString("short")))),
            ErrorCode::kErrBadRequest);
}

TEST_F(AdministratorServiceTest, TheLastOwnerStays) {
  const auto ann = create("ann", owner);
  const auto bob = create("bob", developer);
  EXPECT_EQ(code_of(runner.run(service.remove(actor, ann.id))), ErrorCode::kErrLastOwner);
  EXPECT_EQ(code_of(runner.run(service.update(actor, ann.id, {.role = viewer}))),
            ErrorCode::kErrLastOwner);
  EXPECT_EQ(runner.run(service.update(actor, ann.id, {.name = "A", .role = owner})).value().name,
            "A");
  ASSERT_TRUE(runner.run(service.update(actor, bob.id, {.role = owner})));
  EXPECT_TRUE(runner.run(service.update(actor, ann.id, {.role = viewer})));
  EXPECT_TRUE(runner.run(service.remove(actor, ann.id)));
  EXPECT_EQ(code_of(runner.run(service.remove(actor, bob.id))), ErrorCode::kErrLastOwner);
}

TEST_F(AdministratorServiceTest, SignsInWithThePassword) {
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

TEST_F(AdministratorServiceTest, WhoIsUnknownCostsAsMuchAsAWrongPassword) {
  create("ann", owner);
  create("linked", viewer, false);
  for (const auto* email : {"ann@example.com", "linked@example.com", "nobody@example.com", ""}) {
    const int before = passwords.verified;
    EXPECT_EQ(code_of(sign_in(email, "wrong password")), ErrorCode::kAuthErrSignInFailed) << email;
    EXPECT_EQ(passwords.verified, before + 1) << email;
  }
  EXPECT_EQ(code_of(sign_in("linked@example.com", "")), ErrorCode::kAuthErrSignInFailed);
}

TEST_F(AdministratorServiceTest, FailuresMakeWaitAlsoWithTheRightPassword) {
  create("ann", owner);
  for (int i = 0; i < 4; ++i) (void)sign_in("ann@example.com", "wrong password");
  const int before = passwords.verified;
  const auto refused = sign_in("ann@example.com", kPassword);
  EXPECT_EQ(code_of(refused), ErrorCode::kErrTooManyRequests);
  EXPECT_EQ(refused.error().retry_after, 1);
  EXPECT_EQ(passwords.verified, before);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword, "192.0.2.2"));
  clock.advance(1s);
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

TEST_F(AdministratorServiceTest, ManyGuessesAtOnceAreNoMoreThanOneAfterTheOther) {
  create("ann", owner);
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 16; ++i) {
    tasks.push_back([](AdministratorService& administrators) -> Task<void> {
      SecretString wrong("wrong password");
      SignInOrigin origin{"192.0.2.1", "B"};
      std::string email = "ann@example.com";
      (void)co_await administrators.sign_in(std::move(email), std::move(wrong), std::move(origin));
    }(service));
  }
  runner.run_all(std::move(tasks));
  EXPECT_EQ(passwords.verified, 4);
}

TEST_F(AdministratorServiceTest, AnOldHashIsReplacedAtTheNextSignIn) {
  const auto ann = create("ann", owner);
  passwords.needs_rehash = true;
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
  EXPECT_TRUE(sign_in("ann@example.com", kPassword));
}

TEST_F(AdministratorServiceTest, TooManyPasswordsAtOnceAreAnOutage) {
  create("ann", owner);
  passwords.is_overloaded = true;
  EXPECT_EQ(code_of(sign_in("ann@example.com", kPassword)), ErrorCode::kErrServiceUnavailable);
}

TEST_F(AdministratorServiceTest, ASessionEndsWhenIdle) {
  create("ann", owner);
  const auto ann = ann_signs_in();
  clock.advance(30min - 1s);
  ASSERT_TRUE(authenticate(ann.token));  // A use, from which the time counts anew.
  clock.advance(30min - 1s);
  EXPECT_TRUE(authenticate(ann.token));
  clock.advance(30min);
  EXPECT_EQ(code_of(authenticate(ann.token)), ErrorCode::kAuthErrAdminSessionNotFound);
  EXPECT_THAT(runner.run(service.list_sessions(ann.administrator.id)).value(), IsEmpty());
}

TEST_F(AdministratorServiceTest, ASessionEndsAfterTwelveHoursOfUse) {
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

TEST_F(AdministratorServiceTest, AUseIsNotedWithItsAddress) {
  create("ann", owner);
  const auto ann = ann_signs_in();
  clock.advance(29s);
  EXPECT_EQ(authenticate(ann.token)->session.last_ip, "192.0.2.1");
  clock.advance(1s);
  EXPECT_EQ(authenticate(ann.token)->session.last_ip, "192.0.2.7");
  const auto sessions = runner.run(service.list_sessions(ann.administrator.id)).value();
  ASSERT_EQ(sessions.size(), 1U);
  EXPECT_EQ(sessions[0].last_used_at, clock.now());
  EXPECT_EQ(sessions[0].last_ip, "192.0.2.7");
}

TEST_F(AdministratorServiceTest, ARoleCountsAtOnceAndRemovalEndsTheSession) {
  create("ann", owner);
  const auto bob = create("bob", owner);
  const auto session = sign_in("bob@example.com", kPassword).value();
  ASSERT_TRUE(runner.run(service.update(actor, bob.id, {.role = viewer})));
  EXPECT_EQ(authenticate(session.token)->administrator.role, viewer);
  ASSERT_TRUE(runner.run(service.remove(actor, bob.id)));
  EXPECT_EQ(code_of(authenticate(session.token)), ErrorCode::kAuthErrAdminSessionNotFound);
  EXPECT_EQ(code_of(sign_in("bob@example.com", kPassword)), ErrorCode::kAuthErrSignInFailed);
}

TEST_F(AdministratorServiceTest, SessionsEndOneByOneAndTogether) {
  create("ann", owner);
  const auto one = ann_signs_in();
  const auto two = ann_signs_in();
  const auto three = ann_signs_in();
  const auto& id = one.administrator.id;
  EXPECT_TRUE(runner.run(service.sign_out(actor, one.session)));
  EXPECT_TRUE(runner.run(service.sign_out(actor, one.session)));
  EXPECT_FALSE(authenticate(one.token));
  EXPECT_EQ(code_of(runner.run(service.end_session(actor, "adm_other", two.session.id))),
            ErrorCode::kErrAdminSessionNotFound);
  EXPECT_TRUE(runner.run(service.end_session(actor, id, two.session.id)));
  EXPECT_FALSE(authenticate(two.token));
  const auto four = ann_signs_in();
  EXPECT_TRUE(runner.run(service.sign_out_everywhere(actor, id, four.session.id)));
  EXPECT_FALSE(authenticate(three.token));
  EXPECT_TRUE(authenticate(four.token));
}

TEST_F(AdministratorServiceTest, ANewPasswordEndsAllSessionsAndLinks) {
  const auto ann = create("ann", owner);
  const auto session = ann_signs_in();
  const auto link = runner.run(service.create_link(actor, ann.id)).value();
  ASSERT_TRUE(runner.run(service.set_password(actor, ann.id, SecretString("another one"))));
  EXPECT_FALSE(authenticate(session.token));
  EXPECT_FALSE(use_link(link.token));
  EXPECT_FALSE(sign_in("ann@example.com", kPassword));
  EXPECT_TRUE(sign_in("ann@example.com", "another one"));
}

TEST_F(AdministratorServiceTest, ResetLeavesALinkOnly) {
  const auto ann = create("ann", owner);
  const auto session = ann_signs_in();
  const auto older = runner.run(service.create_link(actor, ann.id)).value();
  const auto link = runner.run(service.reset(actor, ann.id)).value();
  EXPECT_FALSE(authenticate(session.token));
  EXPECT_FALSE(sign_in("ann@example.com", kPassword));
  EXPECT_FALSE(use_link(older.token));
  EXPECT_TRUE(use_link(link.token));
}

TEST_F(AdministratorServiceTest, OwnPasswordIsChangedWithTheOldOneAndKeepsThisSession) {
  create("ann", owner);
  const auto here = ann_signs_in();
  const auto there = ann_signs_in();
  const auto change = [&](const char* current, const char* wanted) {
    return runner.run(service.change_own_password(actor, here.session, SecretString(current),
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

TEST_F(AdministratorServiceTest, WhoCameByLinkSetsTheFirstPassword) {
  const auto ann = create("ann", owner, false);
  const auto link = runner.run(service.create_link(actor, ann.id)).value();
  const auto signed_in = use_link(link.token).value();
  ASSERT_TRUE(runner.run(service.change_own_password(actor, signed_in.session, SecretString(""),
                                                     SecretString(kPassword))));
  EXPECT_TRUE(ann_signs_in().administrator.id == ann.id);
}

TEST_F(AdministratorServiceTest, ALinkWorksForFifteenMinutes) {
  const auto ann = create("ann", owner);
  for (const auto& [age, works] :
       {std::pair{15min - 1s, true}, {15min + 0s, false}, {15min + 1s, false}}) {
    const auto link = runner.run(service.create_link(actor, ann.id)).value();
    EXPECT_EQ(link.expires_at, clock.now() + 15min);
    clock.advance(age);
    EXPECT_EQ(use_link(link.token).has_value(), works) << age.count();
  }
  EXPECT_EQ(code_of(use_link(SecretString("parley_link_unknown"))),
            ErrorCode::kAuthErrSignInLinkNotFound);
}

TEST_F(AdministratorServiceTest, ALinkWorksOnceAlsoWhenSixteenUseItAtOnce) {
  const auto ann = create("ann", owner);
  const auto link = runner.run(service.create_link(actor, ann.id)).value();
  std::atomic<int> signed_in = 0;
  std::atomic<int> refused = 0;
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 16; ++i) {
    tasks.push_back([](AdministratorService& administrators, const std::string& token,
                       std::atomic<int>& passed, std::atomic<int>& failed) -> Task<void> {
      SecretString copy(token);
      SignInOrigin origin{"192.0.2.1", "B"};
      const auto result =
          co_await administrators.sign_in_by_link(std::move(copy), std::move(origin));
      ++(result ? passed : failed);
    }(service, link.token.expose(), signed_in, refused));
  }
  runner.run_all(std::move(tasks));
  EXPECT_EQ(signed_in, 1);
  EXPECT_EQ(refused, 15);
  EXPECT_EQ(runner.run(service.list_sessions(ann.id)).value().size(), 1U);
}

TEST_F(AdministratorServiceTest, PurgeTakesWhatHasEnded) {
  create("ann", owner);
  const auto ended = ann_signs_in();
  clock.advance(20min);
  const auto live = ann_signs_in();
  clock.advance(10min);
  ASSERT_TRUE(runner.run(service.purge()));
  EXPECT_TRUE(authenticate(live.token));
  const auto left = runner.run(store->read([&](Transaction& transaction) {
    return Result<std::vector<AdminSession>>(
        transaction.administrators().list_sessions(ended.administrator.id));
  }));
  EXPECT_EQ(left->size(), 1U);
}

TEST_F(AdministratorServiceTest, UserAgentsAreCutOffBetweenCharacters) {
  create("ann", owner);
  std::string long_one(kMaxAdminUserAgentBytes - 1, 'x');
  long_one += "é";
  const auto signed_in =
      runner.run(service.sign_in("ann@example.com", SecretString(kPassword), {"::1", long_one}));
  EXPECT_EQ(signed_in->session.user_agent, std::string(kMaxAdminUserAgentBytes - 1, 'x'));
}

TEST_F(AdministratorServiceTest, GeneratedPasswordsAreLongAndDifferent) {
  const auto one = service.generate_password();
  EXPECT_EQ(one.expose().size(), 20U);
  EXPECT_NE(one.expose(), service.generate_password().expose());
}

}  // namespace
}  // namespace parley::core
