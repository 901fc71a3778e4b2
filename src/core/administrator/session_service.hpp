// Sessions of administrators: signing in by password or one-time link, and signing out.
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

/// The caller that a session token identifies.
struct AdminCaller {
  Administrator administrator;  ///< The current state: a new role applies at once.
  AdminSession session;
  SecretString csrf;
};

/// `actor` is who makes the change. Each change is recorded in the server's own audit log in the
/// same transaction.
///
/// Besides the errors listed, every call can return ERR_SERVICE_UNAVAILABLE: if the store fails or,
/// with retry_after, if too many passwords are being hashed.
class AdminSessionService {
 public:
  /// `passwords` must outlive this.
  AdminSessionService(Environment environment, PasswordHasher& passwords);

  /// Takes the same time whether the email is known or not. Strangers cannot lock out an
  /// administrator who signs in from an address used before; see FailedSignIns and HashedFor.
  /// Errors: AUTH_ERR_SIGN_IN_FAILED, ERR_TOO_MANY_REQUESTS with retry_after (FailedSignIns).
  Task<Result<SignedIn>> sign_in(std::string email, SecretString password, SignInOrigin origin);

  /// Consumes the link. Text that does not have the format of a link token is rejected without a
  /// lookup. Error: AUTH_ERR_SIGN_IN_LINK_NOT_FOUND.
  Task<Result<SignedIn>> sign_in_by_link(SecretString link_token, SignInOrigin origin);

  /// Returns the holder of a session token, and records that the session is used from `address`.
  /// Text that does not have the format of a session token is rejected without a lookup. Error:
  /// AUTH_ERR_ADMIN_SESSION_NOT_FOUND.
  Task<Result<AdminCaller>> authenticate(SecretString token, std::string address);

  /// Ends the session. It is not an error if it has already ended.
  Task<Status> sign_out(Actor actor, AdminSession session);

  /// Ends all sessions of the administrator except `except_id` (empty = no exception).
  Task<Status> sign_out_everywhere(Actor actor, std::string administrator_id,
                                   std::string except_id);

  /// The live sessions, newest first.
  Task<Result<std::vector<AdminSession>>> list_sessions(std::string administrator_id);

  /// Error: ERR_ADMIN_SESSION_NOT_FOUND when the administrator has none with this id.
  Task<Status> end_session(Actor actor, std::string administrator_id, std::string session_id);

  /// Replaces the password of the session's administrator, and ends all other sessions and all
  /// links. `current` is ignored if the administrator has no password yet (signed in by link).
  /// Errors: AUTH_ERR_SIGN_IN_FAILED (`current` is wrong), ERR_TOO_MANY_REQUESTS, ERR_BAD_REQUEST
  /// (field "password"), AUTH_ERR_ADMIN_SESSION_NOT_FOUND.
  Task<Status> change_own_password(Actor actor, AdminSession session, SecretString current,
                                   SecretString password);

  /// Removes ended sessions, expired links and addresses that have not been used for long. Call it
  /// periodically.
  Task<Status> purge();

 private:
  Task<Result<PasswordCheck>> check_password(const Administrator& account,
                                             const SecretString& password, SignInTry attempt);

  Environment environment_;
  PasswordHasher& passwords_;
  FailedSignIns failed_sign_ins_;
};

}  // namespace parley::core
