// How a session begins: inside a transaction that others (creating a user) may share.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "core/app/app.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/session/session.hpp"

namespace parley::core {

/// What the caller wants of a new session.
struct SessionRequest {
  Device device;
  std::optional<std::chrono::seconds> expires_in;    ///< Absent: the app's token_ttl. 0 = never.
  std::optional<std::chrono::seconds> idle_timeout;  ///< Absent: the app's. 0 = never.
  std::string ip;  ///< Of the device, if the device itself asks; else empty.
};

struct IssuedSession {
  Session session;
  SecretString token;            ///< Shown this once.
  std::vector<Session> evicted;  ///< Ended to stay within the app's limit a user.
};

/// Gives the user `uid` (who is stored and active) a new session, which counts as a login. The
/// oldest sessions over the app's max_tokens_per_user end in the same transaction. `actor`: who
/// asked for it, for the audit log.
[[nodiscard]] IssuedSession issue_session(Transaction& transaction, const Environment& environment,
                                          const Actor& actor, const App& app,
                                          const std::string& uid, const SessionRequest& request);

/// ERR_BAD_REQUEST when a field is too long or out of range.
[[nodiscard]] Status validate(const SessionRequest& request);
[[nodiscard]] Status validate(const Device& device);

/// Publishes that `actor` began a session. Call it after its insertion is committed.
void publish_started(EventBus& bus, const Actor& actor, const Session& session);

/// Tells the bus that sessions ended. Call it after their removal is committed.
void publish_ended(EventBus& bus, const std::vector<Session>& sessions, EndReason reason);

}  // namespace parley::core
