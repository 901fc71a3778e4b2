#include "wire/session_json.hpp"

#include <iterator>

#include "base/stored_json.hpp"
#include "wire/fields.hpp"

namespace parley::wire {
namespace {

/// Fields of a session that responses include but no change can set. A new session can set
/// idleTimeout and deviceId.
constexpr std::string_view kReadOnlyOfSession[] = {
    "id",       "uid",        "authToken", "createdAt", "expiresAt", "idleTimeout",
    "deviceId", "lastUsedAt", "lastIp",    "current",   "used",      "createdBy"};

core::DeviceChange read_device(Fields& fields) {
  return {.platform = fields.text("platform"),
          .user_agent = fields.text("userAgent"),
          .app_info = fields.object_text("appInfo"),
          .expires_at = {},
          .idle_timeout = {}};
}

bool is_given(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  return value != nullptr && !value->is_null();
}

/// The lifetime that ends at the field `expiresAt`; nullopt if it is absent or 0 (no end).
std::optional<std::chrono::seconds> read_remaining_time(Fields& fields, Time now) {
  if (!fields.has_value("expiresAt")) return std::nullopt;
  const auto end = fields.time("expiresAt");
  if (!end) return std::nullopt;
  if (*end <= now) fields.fail("expiresAt", "must be in the future");
  return std::chrono::ceil<std::chrono::seconds>(*end - now);
}

// A device as a client or back end describes it. `user_agent`: from the device's own request; a
// userAgent in the fields replaces it.
core::Device new_device(Fields& fields, std::string_view user_agent) {
  core::Device device;
  device.user_agent = core::readable_user_agent(user_agent);
  device = core::apply(std::move(device), read_device(fields));
  device.device_id = fields.text("deviceId").value_or("");
  return device;
}

void add_device(json::object& object, const core::Session& session) {
  const auto& device = session.device;
  if (!device.platform.empty()) object["platform"] = device.platform;
  if (!device.device_id.empty()) object["deviceId"] = device.device_id;
  if (!device.user_agent.empty()) object["userAgent"] = device.user_agent;
  if (!device.app_info.empty())
    object["appInfo"] =
        read_stored_object(device.app_info, {session.app_id, "sessions.app_info", session.id});
}

/// Has room for all fields of a session.
json::object common_json(const core::Session& session, Time last_used_at) {
  constexpr std::size_t kMostFields = std::size(kReadOnlyOfSession) + 3;
  return json::object({{"id", session.id},
                       {"uid", session.uid},
                       {"createdAt", to_unix_seconds(session.created_at)},
                       {"expiresAt", to_unix_seconds(session.expires_at)},
                       {"idleTimeout", session.idle_timeout.count()},
                       {"lastUsedAt", to_unix_seconds(last_used_at)}},
                      kMostFields);
}

json::object session_json(const core::Session& session, std::string_view token) {
  auto object = common_json(session, session.last_used_at);
  object["authToken"] = token;
  object["used"] = session.used;
  if (!session.created_by.empty()) object["createdBy"] = session.created_by;
  if (!session.last_ip.empty()) object["lastIp"] = session.last_ip;
  add_device(object, session);
  return object;
}

}  // namespace

json::object to_json(const core::Session& session) {
  return session_json(session, core::masked_token(session));
}

json::object to_json(const core::IssuedSession& issued) {
  return session_json(issued.session, issued.token.expose());
}

json::object introspection_json(const core::Session& session, Time last_used_at) {
  auto object = common_json(session, last_used_at);
  object["active"] = true;
  object["appId"] = session.app_id;
  if (!session.device.platform.empty()) object["platform"] = session.device.platform;
  if (!session.device.device_id.empty()) object["deviceId"] = session.device.device_id;
  return object;
}

Result<core::SessionRequest> parse_session_request(const json::object& body, Time now,
                                                   std::string_view uid, std::string_view ip,
                                                   std::string_view user_agent) {
  Fields fields(body);
  core::SessionRequest request;
  request.ip = ip;
  request.device = new_device(fields, user_agent);
  request.expires_in = fields.seconds("expiresIn");
  if (!request.expires_in) request.expires_in = read_remaining_time(fields, now);
  request.idle_timeout = fields.seconds("idleTimeout");
  static_cast<void>(fields.boolean("force"));  // Every call creates a new token anyway.
  fields.same_uid(uid);
  fields.ignore(kReadOnlyOfSession);
  const auto validity = [&] { return core::validate(request); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return request;
}

bool is_session_call(const json::object& body) {
  return body.contains("platform") || body.contains("deviceId");
}

Result<core::Device> parse_session_call(const json::object& body, std::string_view user_agent) {
  Fields fields(body);
  auto device = new_device(fields, user_agent);
  const auto validity = [&] { return core::validate(device); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return device;
}

Result<core::DeviceChange> parse_device_change(const json::object& body) {
  Fields fields(body);
  auto change = read_device(fields);
  if (is_given(body, "expiresAt")) change.expires_at = fields.time("expiresAt");
  if (is_given(body, "idleTimeout")) change.idle_timeout = fields.seconds("idleTimeout");
  fields.ignore(kReadOnlyOfSession);
  const auto validity = [&] { return core::validate(core::apply(core::Device{}, change)); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return change;
}

Result<std::string> parse_introspection(const json::object& body) {
  Fields fields(body);
  auto token = fields.required_text("authToken");
  if (auto status = fields.finish(); !status) return status.error();
  return token;
}

}  // namespace parley::wire
