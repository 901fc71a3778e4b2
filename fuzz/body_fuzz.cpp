// JSON bodies: whatever a call accepts can be stored, read back, listed and sent in events.
#include "wire/body.hpp"

#include <cmath>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_reader.hpp"
#include "support/fuzz.hpp"
#include "wire/administrator_json.hpp"
#include "wire/apikey_json.hpp"
#include "wire/app_json.hpp"
#include "wire/realtime_json.hpp"
#include "wire/role_json.hpp"
#include "wire/session_json.hpp"
#include "wire/settings_json.hpp"
#include "wire/user_json.hpp"

namespace parley::wire {
namespace {

using fuzz::check;

bool is_finite(const json::value& value) {
  if (const auto* number = value.if_double()) return std::isfinite(*number);
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object) {
      if (!is_finite(member.value())) return false;
    }
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array) {
      if (!is_finite(element)) return false;
    }
  }
  return true;
}

/// Checks text that a client reads. A response nests a stored object in a few others, so it may be
/// deeper than a body.
void check_text(std::string_view text) {
  json::parse_options options;
  options.max_depth = 2 * kMaxJsonDepth;
  json::error_code invalid;
  const auto value = json::parse(text, invalid, {}, options);
  check(!invalid, "a response is valid JSON");
  check(is_finite(value), "all numbers are finite");
}

void check_answer(const json::value& answer) {
  check(is_finite(answer), "all numbers are finite");
  check_text(json::serialize(answer));
}

void check_user(core::User user) {
  user.role = "default";
  check_answer(to_json(user, {.viewer = "viewer", .with_private = true}));
  check_answer(to_json(user, {.relation = {.blocked_me_at = from_unix_seconds(1)}}));
  check_text(
      presence_frame({.app_id = "shop", .online = true, .user = {user, {}}, .recipients = {}}));
  check_text(user_frame({.app_id = "shop", .uid = "viewer", .about = {user, {}}}));
}

core::User stored_user() {
  core::User user{};
  user.uid = "ann";
  user.name = "Ann";
  user.metadata = R"({"@private":{"note":1},"public":2})";
  return user;
}

void check_change(const Result<core::UserChange>& change) {
  if (!change) return;
  for (const auto& before : {stored_user(), core::User{.uid = "ann", .name = "Ann"}}) {
    const auto after = core::apply(before, *change);
    check_answer(core::changed_fields(before, after));
    if (core::validate(after)) check_user(after);
  }
}

void check_users(const json::object& body) {
  for (const auto editor : {Editor::full_access, Editor::others}) {
    auto created = parse_new_user(body, editor);
    if (created && core::validate(created->user)) check_user(std::move(created->user));
    check_change(parse_user_change(body, "ann", editor));
  }
  check_change(parse_own_change(body, "ann"));
  auto imported = parse_imported_user(body, "ann");
  if (imported && core::validate(*imported)) check_user(std::move(*imported));
}

void check_roles(const json::object& body) {
  const auto role = parse_new_role(body);
  if (role && core::validate(*role)) check_answer(to_json("shop", *role));
  const auto change = parse_role_change(body, "red");
  if (!change) return;
  core::Role before{};
  before.id = before.name = "red";
  const auto after = core::apply(before, *change);
  check_answer(core::changed_fields(before, after));
  if (core::validate(after)) check_answer(to_json("shop", after));
}

void check_session(core::Session session) {
  session.id = "ses_1";
  session.uid = "ann";
  check_answer(to_json(session));
  check_answer(introspection_json(session, session.created_at));
  check_answer(to_json(core::IssuedSession{session, SecretString("token")}));
}

void check_sessions(const json::object& body) {
  const auto request = parse_session_request(body, Time{}, "ann", "127.0.0.1", "agent");
  if (request && core::validate(*request)) {
    core::Session session{};
    session.device = request->device;
    session.idle_timeout = request->idle_timeout.value_or(session.idle_timeout);
    session.expires_at =
        from_unix_seconds(1'771'312'489) + request->expires_in.value_or(std::chrono::seconds{0});
    check_session(std::move(session));
  }
  if (is_session_call(body)) {
    const auto device = parse_session_call(body, "agent");
    if (device && core::validate(*device)) check_session({.device = *device});
  }
  const auto change = parse_device_change(body);
  if (!change) return;
  const auto device = core::apply(core::Device{}, *change);
  if (core::validate(device)) check_session({.device = device});
}

void check_app(const core::App& app) {
  if (!core::validate(app)) return;
  check_answer(to_json(app));
  check_answer(settings_json(app, {.host = "shop.example", .port = 443}));
}

void check_apps(const json::object& body) {
  if (auto app = parse_new_app(body)) {
    if (app->id.empty()) app->id = "made-up";
    check_app(*app);
  }
  if (const auto change = parse_app_change(body, "shop"))
    check_app(core::apply(core::App{.id = "shop", .name = "Shop"}, *change));
  if (const auto key = parse_new_api_key(body)) {
    core::ApiKey stored{};
    stored.name = key->name;
    stored.scope = key->scope;
    if (core::validate(stored)) check_answer(to_json(stored));
  }
}

/// Parses bodies of calls that do not return them. Parsing must not throw.
void parse_others(const json::object& body) {
  static_cast<void>(parse_permanent(body));
  static_cast<void>(parse_uids(body, "uids", UidCheck::all));
  static_cast<void>(parse_introspection(body));
  static_cast<void>(parse_api_key_change(body));
  static_cast<void>(parse_sign_in(body));
  static_cast<void>(parse_link(body));
  static_cast<void>(parse_password_change(body));
  static_cast<void>(parse_new_administrator(body));
  static_cast<void>(parse_administrator_change(body));
}

}  // namespace
}  // namespace parley::wire

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto body = parley::wire::parse_body(parley::fuzz::as_text(data, size));
  if (!body) return 0;
  parley::wire::check_answer(*body);
  const auto again = parley::wire::parse_body(boost::json::serialize(*body));
  parley::fuzz::check(again && *again == *body, "a stored body reads back as sent");
  parley::wire::check_users(*body);
  parley::wire::check_roles(*body);
  parley::wire::check_sessions(*body);
  parley::wire::check_apps(*body);
  parley::wire::parse_others(*body);
  return 0;
}
