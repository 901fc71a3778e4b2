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

/// `actor`: who makes the change, for the audit log, which it is written to in the same
/// transaction. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store fails.
class RoleService {
 public:
  explicit RoleService(Environment environment) : environment_(environment) {}

  /// Times are set here. Errors: ERR_BAD_REQUEST, also (details.role) while users of a removed role
  /// with this id are being given another, ERR_ROLE_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (the app has
  /// kMaxRolesPerApp), AUTH_ERR_INVALID_APPID (the app was removed meanwhile).
  Task<Result<Role>> create(Actor actor, std::string app_id, Role draft);

  /// Ordered by id.
  Task<Result<std::vector<Role>>> list(std::string app_id);

  /// Error: ERR_ROLE_NOT_FOUND.
  Task<Result<Role>> find(std::string app_id, std::string id);

  /// Errors: ERR_ROLE_NOT_FOUND, ERR_BAD_REQUEST.
  Task<Result<Role>> update(Actor actor, std::string app_id, std::string id, RoleChange change);

  /// The role is gone at once. Its users get the role `default`, some at a time so that other
  /// changes are not held up; all have it when this answers. After ERR_SERVICE_UNAVAILABLE, and
  /// after a crash, finish_removals() does what is left. Errors: ERR_ROLE_NOT_FOUND,
  /// ERR_ROLE_DELETE_DENIED.
  Task<Status> remove(Actor actor, std::string app_id, std::string id);

  /// Gives some of the users of removed roles the role `default`, where remove() could not, or an
  /// earlier process. Answers whether there may be more. Call it until there is not, then now and
  /// then: it costs nothing while nothing is left.
  Task<Result<bool>> finish_removals();

 private:
  struct Moved {
    std::vector<std::string> uids;
    bool all = false;  ///< Whether no user has the role any more.
  };

  static Moved move_some(Transaction& transaction, const RemovedRole& role);
  void publish(const RemovedRole& role, const Moved& moved);
  Task<Result<bool>> move_next(const RemovedRole& role);

  Environment environment_;
  std::atomic<bool> has_unfinished_{true};  ///< Perhaps: an earlier process may have left some.
};

}  // namespace parley::core
