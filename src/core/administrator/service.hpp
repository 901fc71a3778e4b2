// Administrators: made, changed and removed by the operator or by owners.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/administrator/administrator.hpp"
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

/// A new administrator who has no password yet.
struct InvitedAdministrator {
  Administrator administrator;
  CreatedLink link;
};

struct AdministratorChange {
  std::optional<std::string> name;
  std::optional<AdminRole> role;
  std::optional<std::string> email;  ///< Cannot be changed: any but its own is ERR_BAD_REQUEST.
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

  /// Without a password the administrator signs in by links only; see invite().
  /// Errors: ERR_BAD_REQUEST, ERR_ADMIN_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (kMaxAdministrators).
  Task<Result<Administrator>> create(Actor actor, AdministratorDraft draft,
                                     std::optional<SecretString> password);

  /// Creates an administrator without a password, and the first link to sign in with. Both or
  /// neither are stored. Errors: ERR_BAD_REQUEST, ERR_ADMIN_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED.
  Task<Result<InvitedAdministrator>> invite(Actor actor, AdministratorDraft draft);

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

  /// A password that nobody guesses (119 bits), for people to whom one is handed.
  [[nodiscard]] SecretString generate_password();

 private:
  Environment environment_;
  PasswordHasher& passwords_;
};

}  // namespace parley::core
