// Users of an app: created and changed by its back end, and by themselves.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/session/login.hpp"
#include "core/user/for_viewer.hpp"
#include "core/user/user.hpp"

namespace parley::core {

struct CreatedUser {
  User user;
  std::optional<IssuedSession> session;  ///< If one was requested.
};

/// Which users a call of activate() changed, in the order of the call.
struct Activation {
  std::vector<std::string> activated;
  std::vector<std::string> unchanged = {};  ///< Unknown, or active already.
};

enum class ImportMode : std::uint8_t { store, rehearse };

/// The result of an import for one user.
struct Imported {
  std::string uid;
  Result<User> user;
};

/// `actor` is who makes the change. Each change is recorded in the app's audit log in the same
/// transaction. Callers pass normalised uids. A deactivated user counts as absent, except for
/// create(), activate() and remove(). Besides the errors listed, every call can return
/// ERR_SERVICE_UNAVAILABLE, if the store fails.
class UserService {
 public:
  explicit UserService(Environment environment) : environment_(environment) {}

  /// Creates a user. Sets the times; an empty role becomes `default`. With `session`, also logs the
  /// user in, in the same transaction. Errors: ERR_BAD_REQUEST (with details.role if the role does
  /// not exist), ERR_UID_ALREADY_EXISTS, ERR_LIMIT_EXCEEDED (tags).
  Task<Result<CreatedUser>> create(Actor actor, std::shared_ptr<const App> app, User draft,
                                   std::optional<SessionRequest> session);

  /// Creates many users in one transaction, each as create() would. Keeps created_at,
  /// last_active_at and deactivated_at if they are set, so deactivated users stay deactivated; a
  /// time more than a day in the future is ERR_BAD_REQUEST. An error for one user does not affect
  /// the others. A rehearsal stores nothing, and returns the same.
  Task<Result<std::vector<Imported>>> import(Actor actor, std::shared_ptr<const App> app,
                                             std::vector<User> users, ImportMode mode);

  /// Error: ERR_UID_NOT_FOUND.
  Task<Result<User>> find(std::string app_id, std::string uid);

  /// The same, as `viewer` sees it; empty = no viewer. Error: ERR_UID_NOT_FOUND.
  Task<Result<UserForViewer>> find_for(std::string app_id, std::string uid, std::string viewer);

  /// The `limit` most recently created users who are not deactivated, newest first.
  Task<Result<std::vector<User>>> newest(std::string app_id, std::uint32_t limit);

  /// Lists users as `query.viewer` sees them. `role`: the role of the viewer, which may limit whom
  /// it can list; empty = no limit.
  Task<Result<PageForViewer>> list(std::string app_id, UserQuery query, std::string role = {});

  /// Lists the users with the relation `query.relation_filter` to `query.viewer`, whatever its role
  /// says. Error: ERR_UID_NOT_FOUND.
  Task<Result<PageForViewer>> list_related(std::string app_id, UserQuery query);

  /// Returns the user as `viewer` sees it; empty = no viewer. Errors: ERR_UID_NOT_FOUND,
  /// ERR_BAD_REQUEST, ERR_LIMIT_EXCEEDED.
  Task<Result<UserForViewer>> update(Actor actor, std::string app_id, std::string uid,
                                     UserChange change, std::string viewer = {});

  /// Deactivates users and ends their sessions. Returns those who were active. Many users are
  /// deactivated in several transactions, so if the store fails, only some may be.
  Task<Result<std::vector<std::string>>> deactivate(Actor actor, std::string app_id,
                                                    std::vector<std::string> uids);

  Task<Result<Activation>> activate(Actor actor, std::string app_id, std::vector<std::string> uids);

  /// Removes the user with its sessions and relations. A user with many of them is deactivated
  /// first and then removed in several transactions, so that other writes are not delayed. Error:
  /// ERR_UID_NOT_FOUND.
  Task<Status> remove(Actor actor, std::string app_id, std::string uid);

 private:
  struct Deactivated {
    std::size_t count = 0;               ///< How many of the given users need no further step.
    std::vector<std::string> uids = {};  ///< Those who were active.
  };

  [[nodiscard]] Deactivated deactivate_some(Transaction& transaction, const Actor& actor,
                                            const std::string& app_id,
                                            std::span<const std::string> uids) const;
  void hide(Transaction& transaction, const std::string& app_id, const User& user) const;
  void record_ended(Transaction& transaction, const Actor& actor, const std::string& app_id,
                    const std::string& uid, std::size_t sessions) const;

  Environment environment_;
};

}  // namespace parley::core
