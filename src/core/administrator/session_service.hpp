// Sessions of administrators: signing in by password or one-time link, and the ends of a session.
#pragma once

#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/administrator/administrator.hpp"
#include "core/administrator/failed_sign_ins.hpp"
#include "core/administrator/password_hasher.hpp"
#include "core/administrator/sign_in.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// Who calls, as a session token tells.
struct AdminCaller {
  Administrator administrator;  ///< As it is now: a new role counts at once.
  AdminSession session;
  SecretString csrf;
};

/// `actor`: who ends or changes something, for the server's own audit log, which it is written to
/// in the same transaction. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store
/// fails or, with retry_after, when too many passwords are being hashed.
class AdminSessionService {
 public:
  /// `passwords` outlives this.
  AdminSessionService(Environment environment, PasswordHasher& passwords);

  /// Takes the same time whether the email is known or not. Strangers cannot keep an administrator
  /// out who signs in from an address that has worked before: see FailedSignIns and HashedFor.
  /// Errors: AUTH_ERR_SIGN_IN_FAILED, ERR_TOO_MANY_REQUESTS with retry_after (FailedSignIns).
  Task<Result<SignedIn>> sign_in(std::string email, SecretString password, SignInOrigin origin);

  /// Uses the link up. Texts that cannot be a link are refused without a lookup.
  /// Error: AUTH_ERR_SIGN_IN_LINK_NOT_FOUND.
  Task<Result<SignedIn>> sign_in_by_link(SecretString link_token, SignInOrigin origin);

  /// Who holds a session token; notes that the session is used, from `address`. Texts that cannot
  /// be a token are refused without a lookup.
  /// Error: AUTH_ERR_ADMIN_SESSION_NOT_FOUND.
  Task<Result<AdminCaller>> authenticate(SecretString token, std::string address);

  /// Ends the session. It may have ended already.
  Task<Status> sign_out(Actor actor, AdminSession session);

  /// Ends all sessions of the administrator but `except_id` (empty = no exception).
  Task<Status> sign_out_everywhere(Actor actor, std::string administrator_id,
                                   std::string except_id);

  /// The live sessions, the newest first.
  Task<Result<std::vector<AdminSession>>> list_sessions(std::string administrator_id);

  /// Error: ERR_ADMIN_SESSION_NOT_FOUND when the administrator has none with this id.
  Task<Status> end_session(Actor actor, std::string administrator_id, std::string session_id);

  /// Replaces the password of the session's administrator; all other sessions and all links end.
  /// One without a password (who came by link) sets the first; `current` is not looked at then.
  /// Errors: AUTH_ERR_SIGN_IN_FAILED (current is wrong), ERR_TOO_MANY_REQUESTS, ERR_BAD_REQUEST
  /// (field "password"), AUTH_ERR_ADMIN_SESSION_NOT_FOUND.
  Task<Status> change_own_password(Actor actor, AdminSession session, SecretString current,
                                   SecretString password);

  /// Removes ended sessions and expired links. Call now and then.
  Task<Status> purge();

 private:
  Task<Result<PasswordCheck>> check_password(const Administrator& account,
                                             const SecretString& password, SignInTry attempt);

  Environment environment_;
  PasswordHasher& passwords_;
  FailedSignIns failed_sign_ins_;
};

}  // namespace parley::core
