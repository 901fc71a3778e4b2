#include "core/session/login.hpp"

#include <utility>

#include <boost/json/array.hpp>

#include "core/field_checks.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {
namespace {

void check(FieldChecks& checks, const Device& device) {
  checks.line("platform", device.platform, {0, 100});
  checks.line("userAgent", device.user_agent, {0, kMaxUserAgentLength});
  checks.line("deviceId", device.device_id, {0, 255});
  checks.json("appInfo", device.app_info, kMaxMetadataBytes);
}

json::object details_of(const Session& session, const std::vector<Session>& evicted) {
  json::object details{{"sessionId", session.id}};
  if (evicted.empty()) return details;
  json::array ended;
  for (const auto& other : evicted) ended.emplace_back(other.id);
  details["endedSessionIds"] = std::move(ended);
  return details;
}

/// `address`: who asked, an IP address.
void append(Transaction& transaction, EventKind kind, const Session& session,
            const std::string& address) {
  transaction.events().append({.kind = kind,
                               .app_id = session.app_id,
                               .uid = session.uid,
                               .session_id = session.id,
                               .platform = session.device.platform,
                               .address = address});
}

}  // namespace

IssuedSession begin_session(Transaction& transaction, const Environment& environment,
                            const Actor& actor, const App& app, const std::string& uid,
                            const SessionRequest& request) {
  const auto now = environment.clock.now();
  const auto lifetime = request.expires_in.value_or(app.token_ttl);
  auto token = crypto::make_auth_token(uid, now, environment.random);
  Session session{.id = crypto::new_id(environment.random, "ses_"),
                  .app_id = app.id,
                  .uid = uid,
                  .digest = crypto::sha256(token),
                  .hint = crypto::auth_token_hint(token.expose()),
                  .created_at = now,
                  .expires_at = lifetime.count() == 0 ? kNever : now + lifetime,
                  .idle_timeout = request.idle_timeout.value_or(app.idle_timeout),
                  .last_used_at = now,
                  .last_ip = request.ip,
                  .device = request.device,
                  .created_by = public_id_of(actor)};
  const auto evicted = transaction.sessions().begin(session, app.max_tokens_per_user);
  append_ended(transaction, evicted, EndReason::limit);
  append(transaction, EventKind::session_started, session, actor.address);
  transaction.statistics().count_login(app.id, hour_of(now));
  transaction.audit().append(audit_event(app.id, now, actor, AuditAction::auth_token_created, uid,
                                         details_of(session, evicted)));
  return {std::move(session), std::move(token)};
}

Status validate(const SessionRequest& request) {
  FieldChecks checks;
  check(checks, request.device);
  if (request.expires_in) checks.lifetime("expiresIn", *request.expires_in);
  if (request.idle_timeout) checks.lifetime("idleTimeout", *request.idle_timeout);
  return std::move(checks).status();
}

Status validate(const Device& device) {
  FieldChecks checks;
  check(checks, device);
  return std::move(checks).status();
}

void mark_used(Transaction& transaction, const Session& session, const std::string& address) {
  if (session.used) return;  // The store cannot say otherwise: a mark is never taken back.
  if (transaction.sessions().mark_used(session))
    append(transaction, EventKind::session_opened, session, address);
}

void append_ended(Transaction& transaction, std::span<const Session> sessions, EndReason reason) {
  for (const auto& session : sessions) {
    transaction.events().append({.kind = EventKind::session_ended,
                                 .app_id = session.app_id,
                                 .uid = session.uid,
                                 .session_id = session.id,
                                 .digest = session.digest,
                                 .reason = reason});
  }
}

}  // namespace parley::core
