// Roles of an app.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/role/role.hpp"
#include "core/role/store.hpp"

namespace parley::core {

/// `actor` is who makes the change. Each change is recorded in the app's audit log in the same
/// transaction. Besides the errors listed, every call can return ERR_SERVICE_UNAVAILABLE, if the
/// store fails.
class RoleService {
 public:
  explicit RoleService(Environment environment) : environment_(environment) {}

  /// Creates a role and sets its times. Errors: ERR_BAD_REQUEST (with details.role also while users
  /// of a removed role with this id are being moved), ERR_ROLE_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED
  /// (the app has kMaxRolesPerApp), AUTH_ERR_INVALID_APPID (the app was removed meanwhile).
  Task<Result<Role>> create(Actor actor, std::string app_id, Role draft);

  /// Ordered by id.
  Task<Result<std::vector<Role>>> list(std::string app_id);

  /// Error: ERR_ROLE_NOT_FOUND.
  Task<Result<Role>> find(std::string app_id, std::string id);

  /// Errors: ERR_ROLE_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<Role>> update(Actor actor, std::string app_id, std::string id, RoleChange change);

  /// Removes the role at once, then moves its users to the role `default`, in batches so that other
  /// writes are not delayed. All are moved when this returns. After ERR_SERVICE_UNAVAILABLE or a
  /// crash, finish_removals() moves the rest. Errors: ERR_ROLE_NOT_FOUND, ERR_ROLE_DELETE_DENIED.
  Task<Status> remove(Actor actor, std::string app_id, std::string id);

  /// Moves a batch of users of removed roles to the role `default`, if remove() or an earlier
  /// process left some. Returns whether there may be more. Call it until it returns false, and then
  /// periodically: it costs nothing while there is nothing to do.
  Task<Result<bool>> finish_removals();

 private:
  static bool move_some(Transaction& transaction, const RemovedRole& role);
  Task<Result<bool>> move_next(const RemovedRole& role);

  Environment environment_;
  std::atomic<bool> has_unfinished_{true};  ///< An earlier process may have left some.
};

}  // namespace parley::core
