// Logs users in: creates sessions inside a transaction that other changes, such as creating the
// user, may share.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "base/secret.hpp"
#include "core/app/app.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/session/session.hpp"

namespace parley::core {

/// The options of a new session.
struct SessionRequest {
  Device device;
  std::optional<std::chrono::seconds> expires_in;    ///< Absent: the app's token_ttl. 0 = never.
  std::optional<std::chrono::seconds> idle_timeout;  ///< Absent: the app's. 0 = never.
  std::string ip;  ///< Of the device, if it made the request itself; otherwise empty.
};

struct IssuedSession {
  Session session;
  SecretString token;  ///< Shown only once.
};

/// Logs in the user `uid`, who must be stored and active, by creating a session. Ends the user's
/// oldest sessions beyond the app's max_tokens_per_user in the same transaction; see
/// SessionStore::begin(). `actor`: who requested it, for the audit log.
[[nodiscard]] IssuedSession begin_session(Transaction& transaction, const Environment& environment,
                                          const Actor& actor, const App& app,
                                          const std::string& uid, const SessionRequest& request);

/// ERR_BAD_REQUEST when a field is too long or out of range.
[[nodiscard]] Status validate(const SessionRequest& request);
[[nodiscard]] Status validate(const Device& device);

/// Stores that a client uses the session, from `address` (IP). Appends session_opened if this is
/// the first use, even if `session` is an old copy.
void mark_used(Transaction& transaction, const Session& session, const std::string& address);

/// Appends an event for each of the sessions, which the transaction has removed.
void append_ended(Transaction& transaction, std::span<const Session> sessions, EndReason reason);

}  // namespace parley::core
