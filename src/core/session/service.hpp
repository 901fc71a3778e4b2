// Sessions: begun by auth tokens, checked on every client call, ended for good.
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
#include "core/session/issue.hpp"
#include "core/unwritten.hpp"

namespace parley::core {

/// What a session call leaves.
struct StartedSession {
  SessionPtr session;
  User user;
};

/// `actor`: who makes the change, for the audit log, which it is written to in the same
/// transaction. Paths name a session by its id ("ses_...") or by the whole auth token:
/// `id_or_token`. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store fails.
class SessionService {
 public:
  /// `cache_capacity`: about how many sessions are kept in memory.
  SessionService(Environment environment, std::size_t cache_capacity);

  /// Logs a user in: a new auth token. Errors: ERR_UID_NOT_FOUND, ERR_USER_DEACTIVATED,
  /// ERR_BAD_REQUEST.
  Task<Result<IssuedSession>> issue(Actor actor, std::shared_ptr<const App> app, std::string uid,
                                    SessionRequest request);

  /// The live session of a token; notes that it is used, from `ip`. From memory in the common case;
  /// texts whose checksum is wrong are refused without a lookup.
  /// Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_AUTH_TOKEN_EXPIRED.
  Task<Result<SessionPtr>> authenticate(std::string token, std::string ip);

  /// What authenticate() answers, when memory has a live session of the token; else nullptr, and
  /// authenticate() knows the rest. Awaits and allocates nothing: it is called for every request.
  [[nodiscard]] SessionPtr authenticate_in_memory(std::string_view token, std::string_view ip);

  /// The same as authenticate() without noting a use: for others who ask about a token.
  Task<Result<SessionPtr>> inspect(std::string token);

  /// The live session with this public id. Error: AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
  /// AUTH_ERR_AUTH_TOKEN_EXPIRED.
  Task<Result<SessionPtr>> inspect_by_id(std::string app_id, std::string uid, std::string id);

  /// The session as it is now, with its user. Errors: as inspect().
  Task<Result<SessionPtr>> refresh(SessionPtr session);

  /// Notes that a session that somebody holds on to is used, from `ip`. `session` becomes what
  /// memory has of it now.
  void use(SessionPtr& session, std::string_view ip);

  /// The session call of a client: records the device on the session and that the user was active.
  /// Answers both as they are now. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<StartedSession>> start(SessionPtr session, Device device, std::string ip);

  /// Ends the session. Error: AUTH_ERR_AUTH_TOKEN_NOT_FOUND when it has ended already.
  Task<Status> logout(Actor actor, SessionPtr session);

  /// A page (from 1) of the user's live sessions, the newest first. Error: ERR_UID_NOT_FOUND.
  Task<Result<SessionPage>> list(std::string app_id, std::string uid, std::uint32_t per_page,
                                 std::uint32_t page);

  /// Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND.
  Task<Result<Session>> find(std::string app_id, std::string uid, std::string id_or_token);

  /// Changes what is known of the device.
  /// Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<Session>> update_device(Actor actor, std::string app_id, std::string uid,
                                      std::string id_or_token, DeviceChange change);

  /// Ends one session, also one that seems to have ended by time: what is stored of its last use
  /// lags behind, so it may be in use. Errors: ERR_UID_NOT_FOUND, ERR_AUTH_TOKEN_NOT_FOUND.
  Task<Status> end(Actor actor, std::string app_id, std::string uid, std::string id_or_token);

  /// Ends the sessions of the user that were issued before `issued_before`, except the one with the
  /// id `except_id` (empty = no exception). A moment whose second has not passed yet, such as
  /// kEndOfTime, means all that were issued before this call and none issued after it, whatever the
  /// clock says of them. Answers how many ended. More than kSessionsEndedAtOnce end in several
  /// transactions, each with its audit event. Error: ERR_UID_NOT_FOUND.
  Task<Result<std::size_t>> end_all(Actor actor, std::string app_id, std::string uid,
                                    Time issued_before, std::string except_id);

  /// The same for all users of the app. Works in steps, between which others write, so some
  /// sessions end earlier than others; all have ended when this answers. What an Error leaves
  /// behind, another call ends.
  Task<Result<std::uint64_t>> end_all_of_app(Actor actor, std::string app_id, Time issued_before);

  /// Writes down when sessions and their users were last active. Call every few seconds, and
  /// before the store closes. What the store cannot take waits for the next call, up to 50,000
  /// uses.
  Task<Status> flush_activity();

  /// Removes some of the sessions that ended by time more than kExpiredSessionsKept ago. Answers
  /// whether there may be more. Call now and then.
  Task<Result<bool>> purge();

 private:
  struct Use {
    SessionPtr session;
    std::string ip;
  };

  Task<Result<IssuedBefore>> record_flush(Actor actor, std::string app_id, Time issued_before);
  Task<Result<std::vector<Session>>> remove(const std::vector<Session>& sessions);
  void record(Transaction& transaction, const Actor& actor, std::string_view app_id,
              std::string_view uid, AuditAction action, const json::object& details) const;
  void note_use(const SessionPtr& session, std::string_view ip, Time now);
  [[nodiscard]] Result<SessionPtr> live(SessionPtr session) const;
  Task<Result<SessionPtr>> load_live(const crypto::Sha256& digest, std::string_view uid);
  Task<Result<SessionPtr>> load(const crypto::Sha256& digest, std::string_view uid);

  Environment environment_;
  SessionCache cache_;
  Unwritten<Use> uses_;  ///< To be written by flush_activity().
};

}  // namespace parley::core
