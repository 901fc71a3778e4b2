#include "wire/realtime_json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

#include "base/text.hpp"
#include "core/user/user.hpp"
#include "wire/body.hpp"
#include "wire/fields.hpp"
#include "wire/user_json.hpp"

namespace parley::wire {
namespace {

constexpr std::size_t kMaxRoles = 25;
constexpr std::size_t kMaxDeviceId = 255;

std::string_view text_or_empty(const json::object& object, json::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

bool has(const json::object& object, json::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && !value->is_null();
}

// Published clients that subscribe to roles may not say which ones, so a subscription to no roles
// is one to all users. "NONE" and any other text mean no subscription.
core::Subscription subscription_of(const json::object& body,
                                   const std::vector<std::string>& roles) {
  const auto name = text_or_empty(body, "presenceSubscription");
  if (name == "ALL_USERS") return core::Subscription::all_users;
  if (name == "ROLES")
    return roles.empty() ? core::Subscription::all_users : core::Subscription::roles;
  if (name == "FRIENDS") return core::Subscription::friends;
  return core::Subscription::none;
}

std::vector<std::string> roles_of(const json::object& body, Fields& fields) {
  if (!has(body, "roles")) return {};
  auto roles = fields.texts("roles").value_or(std::vector<std::string>{});
  if (roles.size() > kMaxRoles) fields.fail("roles", "must have at most 25 roles");
  std::erase(roles, "");  // Of no user.
  for (auto& role : roles) role = core::normalize_uid(role);
  return core::without_duplicates(std::move(roles));
}

Result<ClientFrame> parse_auth(const json::object& frame) {
  static const json::object kNoBody;
  Fields fields(frame);
  const auto* body = fields.object("body");
  Fields body_fields(body == nullptr ? kNoBody : *body);
  AuthFrame auth;
  auth.app_id = text_or_empty(frame, "appId");
  auth.sender = core::normalize_uid(text_or_empty(frame, "sender"));
  auth.device_id = text_or_empty(frame, "deviceId");
  if (auth.device_id.size() > kMaxDeviceId) body_fields.fail("deviceId", "is too long");
  auth.credential = SecretString(body_fields.required_text("auth"));
  if (body != nullptr) {
    auth.roles = roles_of(*body, body_fields);
    auth.subscription = subscription_of(*body, auth.roles);
    for (const auto& field : *body) {  // Clients may send further fields, now or later.
      const std::string_view name(field.key().data(), field.key().size());
      body_fields.ignore({&name, 1});
    }
  }
  if (auto status = body_fields.finish(); !status) return status.error();
  return auth;
}

/// An error of parse_body(), about a frame instead of the body of a request.
Error about_frame(const Error& error) {
  if (error.code != ErrorCode::kErrBadRequestJson) return error;
  auto about = make_error(ErrorCode::kErrBadRequestFrame);
  about->dev_message = error->dev_message;
  return about;
}

std::string auth_answer(const Addressee& to, json::object body) {
  return json::serialize(json::object{{"type", "auth"},
                                      {"appId", to.app_id},
                                      {"deviceId", to.device_id},
                                      {"sender", to.uid},
                                      {"body", std::move(body)}});
}

json::object error_object(const Error& error) {
  json::object object{{"code", info(error.code).code},
                      {"message", error->message},
                      {"devMessage", error->dev_message}};
  if (!error->details.empty()) object["details"] = json::value_from(error->details);
  return object;
}

std::string_view name_of(core::UserNotice::Action action) {
  switch (action) {
    case core::UserNotice::Action::blocked: return "blocked";
    case core::UserNotice::Action::unblocked: return "unblocked";
    case core::UserNotice::Action::updated: break;
  }
  return "updated";
}

}  // namespace

Result<ClientFrame> parse_client_frame(std::string_view text) {
  auto frame = parse_body(text);
  if (!frame) return about_frame(frame.error());
  if (text_or_empty(*frame, "action") == "ping") return ClientFrame(PingFrame{});
  const auto type = text_or_empty(*frame, "type");
  if (type == "auth") return parse_auth(*frame);
  return ClientFrame(UnknownFrame{std::string(utf8_start(type, 100))});
}

std::string auth_accepted(const Addressee& to) {
  return auth_answer(to, {{"code", "200"}, {"status", "OK"}});
}

std::string auth_refused(const Addressee& to, const Error& error) {
  return auth_answer(to,
                     {{"code", "401"}, {"status", "UNAUTHORIZED"}, {"error", error_object(error)}});
}

std::string pong() { return R"({"action":"pong","ack":"true"})"; }

std::string presence_frame(const core::Announcement& announcement) {
  const auto& user = announcement.user;
  json::object body{
      {"action", announcement.online ? "online" : "offline"},
      {"timestamp", to_unix_seconds(announcement.at)},
      {"user", to_json(user.user, {.app_id = announcement.app_id, .relation = user.relation})}};
  return json::serialize(json::object{{"type", "presence"},
                                      {"appId", announcement.app_id},
                                      {"sender", user.user.uid},
                                      {"body", std::move(body)}});
}

std::string user_frame(const core::UserNotice& notice) {
  const auto& about = notice.about;
  json::object body{{"action", name_of(notice.action)},
                    {"user", to_json(about.user, {.app_id = notice.app_id,
                                                  .viewer = notice.uid,
                                                  .relation = about.relation})}};
  return json::serialize(
      json::object{{"type", "user"}, {"appId", notice.app_id}, {"body", std::move(body)}});
}

std::string_view name_of(core::EndReason reason) {
  switch (reason) {
    case core::EndReason::logout: return "logout";
    case core::EndReason::expired: return "expired";
    case core::EndReason::deactivated: return "deactivated";
    case core::EndReason::deleted: return "deleted";
    case core::EndReason::limit: return "limit";
    case core::EndReason::none:
    case core::EndReason::revoked: break;
  }
  return "revoked";
}

std::string session_ended(std::string_view app_id, core::EndReason reason) {
  return json::serialize(
      json::object{{"type", "session"},
                   {"appId", app_id},
                   {"body", json::object{{"action", "ended"}, {"reason", name_of(reason)}}}});
}

std::string resync(std::string_view app_id) {
  return json::serialize(json::object{
      {"type", "resync"}, {"appId", app_id}, {"body", json::object{{"reason", "slow"}}}});
}

std::string error_frame(const Error& error) {
  return json::serialize(json::object{{"type", "error"}, {"body", error_object(error)}});
}

}  // namespace parley::wire
