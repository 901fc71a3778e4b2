// Users of an app: made and changed by its back end, and by themselves.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/session/issue.hpp"
#include "core/user/seen.hpp"
#include "core/user/user.hpp"

namespace parley::core {

struct CreatedUser {
  User user;
  std::optional<IssuedSession> session;  ///< When one was asked for.
};

/// Which of the named users an activation changed, in the order of the call.
struct Activation {
  std::vector<std::string> activated;
  std::vector<std::string> unchanged;  ///< Unknown, or active already.
};

enum class ImportMode : std::uint8_t { store, rehearse };

/// What became of one user of an import.
struct Imported {
  std::string uid;
  Result<User> user;
};

/// `actor`: who makes the change, for the audit log, which it is written to in the same
/// transaction. uids are normalised. A deactivated user counts as absent, but for create(),
/// activate() and remove(). All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store
/// fails.
class UserService {
 public:
  explicit UserService(Environment environment) : environment_(environment) {}

  /// Times are set here; an empty role is `default`. With `session` the user is logged in in the
  /// same transaction. Errors: ERR_BAD_REQUEST (also details.role), ERR_UID_ALREADY_EXISTS,
  /// ERR_LIMIT_EXCEEDED (tags).
  Task<Result<CreatedUser>> create(Actor actor, std::shared_ptr<const App> app, User draft,
                                   std::optional<SessionRequest> session);

  /// Creates many users, in one transaction, each as create() would. Takes over created_at,
  /// last_active_at and deactivated_at where they are set, so deactivated users stay deactivated;
  /// a time more than a day ahead is ERR_BAD_REQUEST. What is wrong with one does not keep out the
  /// others. A rehearsal stores nothing, and answers the same.
  Task<Result<std::vector<Imported>>> import(Actor actor, std::shared_ptr<const App> app,
                                             std::vector<User> drafts, ImportMode mode);

  /// Error: ERR_UID_NOT_FOUND.
  Task<Result<User>> find(std::string app_id, std::string uid);

  /// The same as `viewer` sees it; empty = nobody. Error: ERR_UID_NOT_FOUND.
  Task<Result<SeenUser>> find_for(std::string app_id, std::string uid, std::string viewer);

  /// The `limit` users who were created last; the newest first.
  Task<Result<std::vector<User>>> newest(std::string app_id, std::uint32_t limit);

  /// The users as `query.viewer` sees them. `role`: that of a viewer who may list no more users
  /// than its role says; empty = no such limit.
  Task<Result<SeenPage>> list(std::string app_id, UserQuery query, std::string role = {});

  /// The users of a circle around `query.viewer`, whatever roles say. Error: ERR_UID_NOT_FOUND.
  Task<Result<SeenPage>> list_circle(std::string app_id, UserQuery query);

  /// Answers the user as `viewer` sees it; empty = nobody.
  /// Errors: ERR_UID_NOT_FOUND, ERR_BAD_REQUEST, ERR_LIMIT_EXCEEDED.
  Task<Result<SeenUser>> update(Actor actor, std::string app_id, std::string uid, UserChange change,
                                std::string viewer = {});

  /// Ends the sessions of the users at once. Answers those who were active. Many users are
  /// deactivated in several transactions, and so may only some be when the store fails.
  Task<Result<std::vector<std::string>>> deactivate(Actor actor, std::string app_id,
                                                    std::vector<std::string> uids);

  Task<Result<Activation>> activate(Actor actor, std::string app_id, std::vector<std::string> uids);

  /// Removes the user with its sessions and relations. One who has many of them is deactivated
  /// first and then removed in several transactions, so that other changes do not wait.
  /// Error: ERR_UID_NOT_FOUND.
  Task<Status> remove(Actor actor, std::string app_id, std::string uid);

 private:
  struct Deactivated {
    std::size_t next = 0;                ///< The place of the first user that is not done.
    std::vector<std::string> uids = {};  ///< Those who were active.
    std::vector<Session> ended = {};
  };

  [[nodiscard]] Deactivated deactivate_some(Transaction& transaction, const Actor& actor,
                                            const std::string& app_id,
                                            const std::vector<std::string>& uids,
                                            std::size_t first) const;
  void hide(Transaction& transaction, const std::string& app_id, User user) const;
  void record_ended(Transaction& transaction, const Actor& actor, const std::string& app_id,
                    const std::string& uid, std::size_t sessions) const;
  void publish(EventKind what, const std::string& app_id, const std::string& uid);

  Environment environment_;
};

}  // namespace parley::core
