// Sessions: created by a login, checked on every client call, and ended for good.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/task.hpp"
#include "core/app/app.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/session/cache.hpp"
#include "core/session/login.hpp"
#include "core/unwritten.hpp"

namespace parley::core {

/// The result of a session call.
struct DeviceSession {
  SessionPtr session;
  User user;
};

/// `actor` is who makes the change. Each change is recorded in the app's audit log in the same
/// transaction. `id_or_token`: the id of a session ("ses_...") or the whole auth token. Besides the
/// errors listed, every call can return ERR_SERVICE_UNAVAILABLE, if the store fails.
class SessionService {
 public:
  /// `cache_capacity`: about how many sessions are kept in memory.
  SessionService(Environment environment, std::size_t cache_capacity);

  /// Logs a user in: creates a session and its auth token. Errors: ERR_UID_NOT_FOUND,
  /// ERR_USER_DEACTIVATED, ERR_BAD_REQUEST.
  Task<Result<IssuedSession>> log_in(Actor actor, std::shared_ptr<const App> app, std::string uid,
                                     SessionRequest request);

  /// Returns the live session of an auth token, usually from memory, and records that it is used
  /// from `ip`. Tokens with a wrong checksum are rejected without a lookup. Errors:
  /// AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_AUTH_TOKEN_EXPIRED.
  Task<Result<SessionPtr>> authenticate(std::string token, std::string ip);

  /// Like authenticate(), but only if a live session of the token is in memory. Otherwise returns
  /// nullptr, and the caller must use authenticate(). Called for every request, so it does not
  /// suspend.
  [[nodiscard]] SessionPtr authenticate_in_memory(std::string_view token, std::string_view ip);

  /// Like authenticate(), but without recording a use. For others who ask about a token.
  Task<Result<SessionPtr>> inspect(std::string token);

  /// The live session with this public id. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
  /// AUTH_ERR_AUTH_TOKEN_EXPIRED.
  Task<Result<SessionPtr>> inspect_by_id(std::string app_id, std::string uid, std::string id);

  /// Returns the current state of the session and its user. Errors: as inspect().
  Task<Result<SessionPtr>> refresh(SessionPtr session);

  /// Those of the sessions that somebody has ended, or whose app was removed. For callers that keep
  /// sessions and may have missed events.
  Task<Result<std::vector<SessionPtr>>> find_ended(std::vector<SessionPtr> sessions);

  /// Records that a session which the caller keeps is used from `ip`. Replaces `session` with its
  /// current cache entry, if there is one.
  void use(SessionPtr& session, std::string_view ip);

  /// The session call of a client: stores the device of the session and that the user was active.
  /// Returns both as they are now. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<DeviceSession>> record_device(SessionPtr session, Device device, std::string ip);

  /// Ends the session. Error: AUTH_ERR_AUTH_TOKEN_NOT_FOUND if it has already ended.
  Task<Status> logout(Actor actor, SessionPtr session);

  /// A page (from 1) of the user's live sessions, newest first. Error: ERR_UID_NOT_FOUND.
  Task<Result<SessionPage>> list(std::string app_id, std::string uid, std::uint32_t per_page,
                                 std::uint32_t page);

  /// Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND.
  Task<Result<Session>> find(std::string app_id, std::string uid, std::string id_or_token);

  /// Changes the device of a session. Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND,
  /// ERR_BAD_REQUEST.
  Task<Result<Session>> update_device(Actor actor, std::string app_id, std::string uid,
                                      std::string id_or_token, DeviceChange change);

  /// Ends one session. Also ends a session that looks idle in the store: the time of its last use
  /// is written later, so it may be in use. Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND.
  Task<Status> end(Actor actor, std::string app_id, std::string uid, std::string id_or_token);

  /// Ends the sessions of the user that were issued before `issued_before`, except the one with the
  /// id `except_id` (empty = no exception). Returns how many ended.
  ///
  /// A time within the current second or later, such as kEndOfTime, covers all sessions that were
  /// issued before this call and none that are issued after it, whatever the clock says. If there
  /// are more than kSessionsEndedAtOnce, they end in several transactions, each with its own audit
  /// event. Error: ERR_UID_NOT_FOUND.
  Task<Result<std::size_t>> end_all(Actor actor, std::string app_id, std::string uid,
                                    Time issued_before, std::string except_id);

  /// The same for all users of the app. Works in several transactions, between which others write,
  /// so some sessions end earlier than others; all have ended when this returns. After an error,
  /// another call ends the rest.
  Task<Result<std::uint64_t>> end_all_of_app(Actor actor, std::string app_id, Time issued_before);

  /// Stores when sessions and their users were last active. Call it every few seconds, and before
  /// the store closes. If the store fails, up to 50,000 uses are kept for the next call.
  Task<Status> flush_activity();

  /// Removes some of the sessions that expired more than kExpiredSessionsKept ago. Returns whether
  /// there may be more. Call it periodically.
  Task<Result<bool>> purge();

 private:
  struct Use {
    SessionPtr session;
    std::string ip;
  };

  Task<Result<IssuedBefore>> record_flush(Actor actor, std::string app_id, Time issued_before);
  Task<Result<std::size_t>> revoke(const std::vector<Session>& sessions);
  void record(Transaction& transaction, const Actor& actor, std::string_view app_id,
              std::string_view uid, AuditAction action, const json::object& details) const;
  void note_use(const SessionPtr& session, std::string_view ip, Time now);
  [[nodiscard]] SessionPtr live_in_memory(const crypto::Sha256& digest);
  Task<Result<SessionPtr>> load_live(const crypto::Sha256& digest);
  Task<Result<SessionPtr>> load(const crypto::Sha256& digest);

  Environment environment_;
  SessionCache cache_;
  Unwritten<Use> uses_;  ///< To be written by flush_activity().
};

}  // namespace parley::core
