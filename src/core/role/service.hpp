// Roles of an app.
#pragma once

#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/role/role.hpp"

namespace parley::core {

/// `actor`: who makes the change, for the audit log, which it is written to in the same
/// transaction. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store fails.
class RoleService {
 public:
  explicit RoleService(Environment environment) : environment_(environment) {}

  /// Times are set here. Errors: ERR_BAD_REQUEST, ERR_ROLE_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (the
  /// app has kMaxRolesPerApp).
  Task<Result<Role>> create(Actor actor, std::string app_id, Role draft);

  /// Ordered by id.
  Task<Result<std::vector<Role>>> list(std::string app_id);

  /// Error: ERR_ROLE_NOT_FOUND.
  Task<Result<Role>> find(std::string app_id, std::string id);

  /// Errors: ERR_ROLE_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<Role>> update(Actor actor, std::string app_id, std::string id, RoleChange change);

  /// Its users get the role `default`. Errors: ERR_ROLE_NOT_FOUND, ERR_ROLE_DELETE_DENIED.
  Task<Status> remove(Actor actor, std::string app_id, std::string id);

 private:
  Environment environment_;
};

}  // namespace parley::core
