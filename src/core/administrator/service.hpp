// Administrators: made by the operator or by owners, signed in by password or one-time link.
#pragma once

#include <optional>
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

struct AdministratorDraft {
  std::string email;
  std::string name;
  AdminRole role = AdminRole::viewer;
};

struct AdministratorChange {
  std::optional<std::string> name;
  std::optional<AdminRole> role;
};

/// Who calls, as a session token tells.
struct AdminCaller {
  Administrator administrator;  ///< As it is now: a new role counts at once.
  AdminSession session;
  SecretString csrf;
};

/// `actor`: who makes the change, for the server's own audit log, which it is written to in the
/// same transaction. Whether the caller may do what takes `least` is the API's to check; only the
/// last owner is guarded here. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store
/// fails or, with retry_after, when too many passwords are being hashed. ERR_ADMIN_NOT_FOUND: no
/// administrator has this id.
class AdministratorService {
 public:
  /// `passwords` outlives this.
  AdministratorService(Environment environment, PasswordHasher& passwords);

  /// Without a password the administrator signs in by links only.
  /// Errors: ERR_BAD_REQUEST, ERR_ADMIN_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (kMaxAdministrators).
  Task<Result<Administrator>> create(Actor actor, AdministratorDraft draft,
                                     std::optional<SecretString> password);

  /// By email.
  Task<Result<std::vector<Administrator>>> list();

  /// Error: ERR_ADMIN_NOT_FOUND.
  Task<Result<Administrator>> find(std::string id);

  /// The same by email, in any spelling that normalize_email() evens out.
  Task<Result<Administrator>> find_by_email(std::string email);

  /// Errors: ERR_ADMIN_NOT_FOUND, ERR_BAD_REQUEST, ERR_LAST_OWNER.
  Task<Result<Administrator>> update(Actor actor, std::string id, AdministratorChange change);

  /// With all sessions and links. Errors: ERR_ADMIN_NOT_FOUND, ERR_LAST_OWNER.
  Task<Status> remove(Actor actor, std::string id);

  /// Sets another's password; all sessions and links of the administrator end.
  /// Errors: ERR_ADMIN_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Status> set_password(Actor actor, std::string id, SecretString password);

  /// Takes the password away; all sessions and links end. Answers a link to sign in with.
  /// Error: ERR_ADMIN_NOT_FOUND.
  Task<Result<CreatedLink>> reset(Actor actor, std::string id);

  /// A one-time link, whose token belongs into the fragment of a URL. Error: ERR_ADMIN_NOT_FOUND.
  Task<Result<CreatedLink>> create_link(Actor actor, std::string id);

  /// Takes the same time whether the email is known or not.
  /// Errors: AUTH_ERR_SIGN_IN_FAILED, ERR_TOO_MANY_REQUESTS with retry_after (FailedSignIns).
  Task<Result<SignedIn>> sign_in(std::string email, SecretString password, SignInOrigin origin);

  /// Uses the link up. Error: AUTH_ERR_SIGN_IN_LINK_NOT_FOUND.
  Task<Result<SignedIn>> sign_in_by_link(SecretString link_token, SignInOrigin origin);

  /// Who holds a session token; notes that the session is used, from `address`.
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

  /// A password that nobody guesses (119 bits), for people to whom one is handed.
  [[nodiscard]] SecretString generate_password();

  /// Removes ended sessions and expired links. Call now and then.
  Task<Status> purge();

 private:
  Task<Result<PasswordCheck>> check_password(const Administrator& account,
                                             const SecretString& password,
                                             const std::string& address);
  Task<Status> replace_password(Actor actor, std::string id, std::string hash,
                                std::string kept_session_id);

  Environment environment_;
  PasswordHasher& passwords_;
  FailedSignIns failed_sign_ins_;
};

}  // namespace parley::core
