// Changes whose answer is rendered after the commit: it cannot be refused any more, and if a bug
// makes the rendering throw, only this answer is lost.
#include <gmock/gmock.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "api/router.hpp"
#include "support/domain_test.hpp"
#include "support/failing_clock.hpp"

namespace parley::api {
namespace {

using testing::HasSubstr;

class FailedRenderingTest : public test_support::DomainTest {
 protected:
  FailedRenderingTest() {
    create_user("ann");
    token_ = runner.run(domain.sessions.log_in(actor, app, "ann", {})).value().token.expose();
    secret_ = runner.run(domain.api_keys.create(actor, kApp, "Back end", core::Scope::full_access))
                  .value()
                  .secret.expose();
  }

  Response ask(Method method, std::string_view path, std::string_view body = {}) {
    Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.remote_address = "203.0.113.7";
    const bool by_user = path.starts_with("/v3/me");
    request.headers[static_cast<std::size_t>(by_user ? Header::auth_token : Header::api_key)] =
        by_user ? token_ : secret_;
    return runner.run(router_.handle(request));
  }

  Response change_me(std::string_view body) { return ask(Method::put, "/v3/me", body); }

  std::size_t count_events(const std::string& action) {
    return runner.run(domain.audit.list(kApp, {.action = action})).value().events.size();
  }

  test_support::FailingClock failing_{clock};  ///< For answers; the domain has another.
  crypto::JwtSigner signer_{crypto::make_signing_key()};
  Router router_{domain, failing_, steady_clock, signer_, {.answer_memory = 0}};
  std::string token_;
  std::string secret_;
};

TEST_F(FailedRenderingTest, LeavesAChangeThatCanBeReadAndMadeAgain) {
  constexpr std::string_view kChange = R"({"statusMessage":"Away","metadata":{"v":[1]}})";
  failing_.fails = true;  // The answer contains a jwt, which contains the time.
  EXPECT_THROW(change_me(kChange), std::runtime_error);
  EXPECT_EQ(count_events("user.updated"), 1U);
  const auto me = ask(Method::get, "/v3/me");
  EXPECT_EQ(me.status, 200);
  EXPECT_THAT(std::string(me.content()), HasSubstr(R"("statusMessage":"Away")"));
  EXPECT_THAT(std::string(me.content()), HasSubstr(R"("metadata":{"v":[1]})"));
  EXPECT_THAT(ask(Method::get, "/v3/users/ann").body, HasSubstr("Away"));
  failing_.fails = false;
  EXPECT_EQ(change_me(kChange).status, 200);
  EXPECT_EQ(count_events("user.updated"), 2U);
}

TEST_F(FailedRenderingTest, LeavesASessionThatHasStarted) {
  constexpr std::string_view kCall = R"({"platform":"web","deviceId":"d1"})";
  failing_.fails = true;
  EXPECT_THROW(change_me(kCall), std::runtime_error);
  const auto sessions = runner.run(domain.sessions.list(kApp, "ann", 10, 1)).value().sessions;
  ASSERT_EQ(sessions.size(), 1U);
  EXPECT_EQ(sessions.front().device.platform, "web");
  EXPECT_TRUE(sessions.front().used);
  EXPECT_EQ(ask(Method::get, "/v3/me").status, 200);
  failing_.fails = false;
  EXPECT_EQ(change_me(kCall).status, 200);
  EXPECT_EQ(domain.feed.since(kApp, 0).size(), 2U) << "a token, and one login";
}

// The caller would believe that the users were not stored.
TEST_F(FailedRenderingTest, AnImportIsConfirmedThoughThereIsNoMemoryForLargeAnswers) {
  constexpr int kUsers = 50;
  std::string users;
  for (int i = 0; i < kUsers; ++i) {
    users += fmt::format(R"({}"user-{}":{{"name":"User","metadata":{{"v":"{}"}}}})",
                         i == 0 ? "" : ",", i, std::string(2'000, 'x'));
  }
  const auto imported = ask(Method::post, "/v3/data_import/users", R"({"users":{)" + users + "}}");
  EXPECT_EQ(imported.status, 200);
  EXPECT_GT(imported.content().size(), kSmallBody);
  EXPECT_TRUE(runner.run(domain.users.find(kApp, "user-49")));
  EXPECT_EQ(ask(Method::get, "/v3/users").status, 429) << "the memory for answers is in use";
}

}  // namespace
}  // namespace parley::api
