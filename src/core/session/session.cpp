#include "core/session/session.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "core/field_checks.hpp"

namespace parley::core {

std::string readable_user_agent(std::string_view header) {
  std::string text(utf8_start(header, kMaxUserAgentLength));
  FieldChecks checks;
  checks.line("userAgent", text, {0, kMaxUserAgentLength});
  return std::move(checks).status() ? text : std::string();
}

Device apply(Device device, const DeviceChange& change) {
  if (change.platform) device.platform = *change.platform;
  if (change.user_agent) device.user_agent = *change.user_agent;
  if (change.app_info) device.app_info = *change.app_info;
  return device;
}

Status check_fixed_fields(const Session& session, const DeviceChange& change) {
  FieldChecks checks;
  const auto check = [&](std::string_view field, bool is_same, std::string_view other) {
    if (!is_same)
      checks.fail(field, fmt::format("cannot be changed: create another auth token with {}, then "
                                     "delete this one",
                                     other));
  };
  const auto ends = to_unix_seconds(session.expires_at);
  check("expiresAt", ends == to_unix_seconds(change.expires_at.value_or(session.expires_at)),
        "expiresIn");
  check("idleTimeout", change.idle_timeout.value_or(session.idle_timeout) == session.idle_timeout,
        "idleTimeout");
  return std::move(checks).status();
}

json::object changed_fields(const Session& before, const Session& after) {
  auto details = changed_fields({{"platform", before.device.platform != after.device.platform},
                                 {"userAgent", before.device.user_agent != after.device.user_agent},
                                 {"appInfo", before.device.app_info != after.device.app_info}});
  details["sessionId"] = before.id;
  return details;
}

SessionState state_of(const Session& session, Time last_used_at, Time now) noexcept {
  if (session.expires_at != kNever && now >= session.expires_at) return SessionState::expired;
  if (session.idle_timeout.count() > 0 && now >= last_used_at + session.idle_timeout)
    return SessionState::idle_expired;
  return SessionState::live;
}

Time ends_at(const Session& session, Time last_used_at) noexcept {
  if (session.idle_timeout.count() == 0) return session.expires_at;
  const Time idle_end = last_used_at + session.idle_timeout;
  return session.expires_at == kNever ? idle_end : std::min(idle_end, session.expires_at);
}

std::string masked_token(const Session& session) { return session.uid + "_" + session.hint; }

}  // namespace parley::core
