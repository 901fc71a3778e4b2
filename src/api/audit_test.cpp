// Every route that may change something writes to the audit log, or is listed here with a reason.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "api/router.hpp"
#include "support/domain_test.hpp"

namespace parley::api {
namespace {

using core::ActorKind;
using core::AuditEvent;

struct AuditedCall {
  Method method;
  std::string_view route;
  std::string body = {};
  std::string_view action;
  std::string_view query = {};
};

/// Placeholders in paths and bodies: {uid} is a user, {friend} a friend of {uid}, {blocked} a user
/// blocked by {uid}, {other} another user, {idle} a deactivated user, {new} an unused id, {token}
/// and {id} a session of {uid}.
const std::vector<AuditedCall> kAudited{
    {Method::put, "/me", R"({"statusMessage":"Hi"})", "user.updated"},
    {Method::del, "/me", "", "session.ended"},
    {Method::del, "/me/sessions", "", "session.ended", "others=true"},
    {Method::del, "/me/sessions/{id}", "", "session.ended"},
    {Method::post, "/users", R"({"uid":"{new}","name":"New"})", "user.created"},
    {Method::put, "/users", R"({"uidsToActivate":["{idle}"]})", "user.reactivated"},
    {Method::del, "/users", R"({"uidsToDeactivate":["{uid}"]})", "user.deactivated"},
    {Method::put, "/users/{uid}", R"({"name":"Renamed"})", "user.updated"},
    {Method::del, "/users/{uid}", R"({"permanent":true})", "user.deleted"},
    {Method::post, kImportPath, R"({"users":{"{new}":{"name":"New"}}})", "user.imported"},
    {Method::post, "/users/{uid}/auth_tokens", "{}", "auth_token.created"},
    {Method::del, "/users/{uid}/auth_tokens", "", "auth_tokens.flushed"},
    {Method::del, "/auth_tokens", "", "app.auth_tokens_flushed", "issuedBefore=946684800"},
    {Method::put, "/users/{uid}/auth_tokens/{token}", R"({"platform":"web"})",
     "auth_token.updated"},
    {Method::del, "/users/{uid}/auth_tokens/{token}", "", "auth_token.deleted"},
    {Method::post, "/users/{uid}/blockedusers", R"({"blockedUids":["{other}"]})", "user.blocked"},
    {Method::del, "/users/{uid}/blockedusers", R"({"blockedUids":["{blocked}"]})",
     "user.unblocked"},
    {Method::post, "/users/{uid}/friends", R"({"accepted":["{other}"]})", "friends.added"},
    {Method::del, "/users/{uid}/friends", R"({"friends":["{friend}"]})", "friends.removed"},
    {Method::post, "/roles", R"({"role":"{new}","name":"New"})", "role.created"},
    {Method::put, "/roles/{role}", R"({"name":"Renamed"})", "role.updated"},
    {Method::del, "/roles/{role}", "", "role.deleted"},
    {Method::post, "/apikeys", R"({"name":"New","scope":"authOnly"})", "api_key.created"},
    {Method::put, "/apikeys/{key}", R"({"name":"Renamed"})", "api_key.updated"},
    {Method::del, "/apikeys/{key}", "", "api_key.deleted"},
};

struct Excused {
  Method method;
  std::string_view route;
  std::string_view reason;
};

constexpr Excused kExcused[] = {
    {Method::post, "/user_sessions", "changes nothing"},
    {Method::post, "/online-members", "changes nothing"},
    {Method::post, "/introspect", "changes nothing"},
    {Method::post, "/me/jwt", "changes nothing"},
    {Method::post, "/blockedusers", "blocking by users themselves is not audited"},
    {Method::del, "/blockedusers", "blocking by users themselves is not audited"},
};

template <class List>
bool names(const List& list, const Route& route) {
  return std::any_of(std::begin(list), std::end(list), [&](const auto& call) {
    return call.method == route.method && call.route == route.path;
  });
}

class ApiAuditTest : public test_support::DomainTest {
 protected:
  ApiAuditTest() {
    api_key = runner.run(domain.api_keys.create(actor, kApp, "Back end", core::Scope::full_access))
                  .value();
  }

  /// Creates what the placeholders stand for and fills in `values`.
  void prepare() {
    const auto number = std::to_string(++prepared);
    values = {{"{uid}", "user-" + number},        {"{friend}", "friend-" + number},
              {"{blocked}", "blocked-" + number}, {"{other}", "other-" + number},
              {"{idle}", "idle-" + number},       {"{new}", "new-" + number},
              {"{role}", "role-" + number}};
    for (const auto* who : {"{uid}", "{friend}", "{blocked}", "{other}", "{idle}"}) {
      create_user(values[who]);
    }
    const auto uid = values["{uid}"];
    core::Role role;
    role.id = role.name = values["{role}"];
    EXPECT_TRUE(runner.run(domain.roles.create(actor, kApp, role)));
    EXPECT_TRUE(runner.run(domain.relations.befriend(actor, kApp, uid, {values["{friend}"]})));
    EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, uid, {values["{blocked}"]})));
    EXPECT_TRUE(runner.run(domain.users.deactivate(actor, kApp, {values["{idle}"]})));
    const auto made = runner.run(domain.api_keys.create(actor, kApp, "K", core::Scope::auth_only));
    values["{key}"] = made.value().key.id;
    const auto other = runner.run(domain.sessions.log_in(actor, app, uid, {})).value();
    values["{id}"] = values["{token}"] = other.session.id;
    auth_token = runner.run(domain.sessions.log_in(actor, app, uid, {})).value().token.expose();
  }

  /// Removes what an app may have only a few of: roles and keys.
  void clean_up() {
    static_cast<void>(runner.run(domain.roles.remove(actor, kApp, values["{role}"])));
    static_cast<void>(runner.run(domain.api_keys.remove(actor, kApp, values["{key}"])));
  }

  std::string filled_in(std::string_view pattern) {
    std::string text(pattern);
    for (const auto& [placeholder, value] : values) {
      const auto at = text.find(placeholder);
      if (at != std::string::npos) text.replace(at, placeholder.size(), value);
    }
    return text;
  }

  Response ask(const AuditedCall& call, std::string_view on_behalf_of = {}) {
    const auto path = "/v3" + filled_in(call.route);
    const auto body = filled_in(call.body);
    Request request;
    request.method = call.method;
    request.path = path;
    request.query = call.query;
    request.body = body;
    request.remote_address = "203.0.113.7";
    const bool by_user = call.route.starts_with("/me");
    const auto header = by_user ? Header::auth_token : Header::api_key;
    request.headers[static_cast<std::size_t>(header)] =
        by_user ? std::string_view(auth_token) : api_key.secret.expose();
    request.headers[static_cast<std::size_t>(Header::on_behalf_of)] = on_behalf_of;
    return runner.run(router.handle(request));
  }

  std::vector<AuditEvent> events() {
    return runner.run(domain.audit.list(kApp, {.limit = 1000})).value().events;
  }

  crypto::JwtSigner signer{crypto::make_signing_key()};
  Router router{domain, clock, steady_clock, signer, {}};
  core::CreatedApiKey api_key;
  std::map<std::string, std::string> values;
  std::string auth_token;
  int prepared = 0;
};

TEST_F(ApiAuditTest, EveryRouteThatMayChangeSomethingIsAuditedOrExcused) {
  for (const auto& route : routes()) {
    if (route.method == Method::get) continue;
    EXPECT_NE(names(kAudited, route), names(kExcused, route))
        << static_cast<int>(route.method) << " " << route.path;
  }
  const auto changing = [](const Route& route) { return route.method != Method::get; };
  EXPECT_EQ(std::count_if(routes().begin(), routes().end(), changing),
            std::ssize(kAudited) + std::ssize(kExcused));
}

TEST_F(ApiAuditTest, EveryAuditedRouteTellsWhoCalledAndFromWhere) {
  for (const auto& call : kAudited) {
    SCOPED_TRACE(std::string(call.action) + " " + std::string(call.route));
    prepare();
    const auto known = events().front().sequence;
    const auto answer = ask(call);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto told = events().front();
    EXPECT_EQ(told.sequence, known + 1);
    EXPECT_EQ(told.action, call.action);
    EXPECT_EQ(told.actor.address, "203.0.113.7");
    if (call.route.starts_with("/me")) {
      EXPECT_EQ(told.actor.kind, ActorKind::user);
      EXPECT_EQ(told.actor.id, values["{uid}"]);
    } else {
      EXPECT_EQ(told.actor.kind, ActorKind::key);
      EXPECT_EQ(told.actor.id, api_key.key.id);
      EXPECT_EQ(told.actor.name, "Back end");
    }
    clean_up();
  }
}

TEST_F(ApiAuditTest, TheSessionCallIsNoChange) {
  prepare();
  const auto known = events().size();
  EXPECT_EQ(ask({Method::put, "/me", R"({"platform":"web","deviceId":"d1"})"}).status, 200);
  EXPECT_EQ(events().size(), known);
}

TEST_F(ApiAuditTest, AKeyTellsOnWhoseBehalfItActs) {
  prepare();
  const auto answer = ask({Method::put, "/users/{uid}", R"({"name":"N"})"}, values["{friend}"]);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(events().front().actor.name, "Back end on behalf of " + values["{friend}"]);
}

}  // namespace
}  // namespace parley::api
