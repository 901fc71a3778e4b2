// Administrators: created, changed and removed by the operator or by owners.
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
  std::optional<std::string> email;  ///< Immutable: any other email is ERR_BAD_REQUEST.
};

/// `actor` is who makes the change. Each change is recorded in the server's own audit log in the
/// same transaction. The API checks what a caller's role permits; only the last owner is protected
/// here.
///
/// Besides the errors listed, every call can return ERR_SERVICE_UNAVAILABLE: if the store fails or,
/// with retry_after, if too many passwords are being hashed. ERR_ADMIN_NOT_FOUND: no administrator
/// has this id.
class AdministratorService {
 public:
  /// `passwords` must outlive this.
  AdministratorService(Environment environment, PasswordHasher& passwords);

  /// Creates an administrator. Without a password, they can sign in by links only; see invite().
  /// Errors: ERR_BAD_REQUEST, ERR_ADMIN_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (kMaxAdministrators).
  Task<Result<Administrator>> create(Actor actor, AdministratorDraft draft,
                                     std::optional<SecretString> password);

  /// Creates an administrator without a password and a first sign-in link, both or neither. Errors:
  /// ERR_BAD_REQUEST, ERR_ADMIN_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (kMaxAdministrators).
  Task<Result<InvitedAdministrator>> invite(Actor actor, AdministratorDraft draft);

  /// All administrators, ordered by email.
  Task<Result<std::vector<Administrator>>> list();

  /// Error: ERR_ADMIN_NOT_FOUND.
  Task<Result<Administrator>> find(std::string id);

  /// The same by email, in any spelling that normalize_email() maps to it.
  Task<Result<Administrator>> find_by_email(std::string email);

  /// Errors: ERR_ADMIN_NOT_FOUND, ERR_BAD_REQUEST, ERR_LAST_OWNER.
  Task<Result<Administrator>> update(Actor actor, std::string id, AdministratorChange change);

  /// Removes the administrator with all sessions and links. Errors: ERR_ADMIN_NOT_FOUND,
  /// ERR_LAST_OWNER.
  Task<Status> remove(Actor actor, std::string id);

  /// Sets the administrator's password and ends all their sessions and links. Errors:
  /// ERR_ADMIN_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Status> set_password(Actor actor, std::string id, SecretString password);

  /// Removes the password, ends all sessions and links, and returns a new sign-in link. Error:
  /// ERR_ADMIN_NOT_FOUND.
  Task<Result<CreatedLink>> reset(Actor actor, std::string id);

  /// Creates a one-time sign-in link. Put its token into the fragment of a URL, which browsers do
  /// not send to servers. Error: ERR_ADMIN_NOT_FOUND.
  Task<Result<CreatedLink>> create_link(Actor actor, std::string id);

  /// Generates a random password (119 bits) to hand to an administrator.
  [[nodiscard]] SecretString generate_password();

 private:
  Environment environment_;
  PasswordHasher& passwords_;
};

}  // namespace parley::core
