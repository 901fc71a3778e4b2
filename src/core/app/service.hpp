// Apps: created and changed by the operator, looked up by every request.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "base/task.hpp"
#include "core/app/app.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/per_thread_cache.hpp"

namespace parley::core {

/// A new app with its first two keys. Both are shown only once.
struct CreatedApp {
  App app;
  SecretString auth_key;  ///< Scope authOnly.
  SecretString api_key;   ///< Scope fullAccess.
};

/// `actor` is who makes the change. Each change is recorded in the app's audit log in the same
/// transaction. Besides the errors listed, every call can return ERR_SERVICE_UNAVAILABLE, if the
/// store fails.
class AppService {
 public:
  explicit AppService(Environment environment);

  /// Creates an app with the role `default` and two keys. Sets the times and the epoch, and
  /// generates an id if it is empty. Error: ERR_BAD_REQUEST; with details.appId also if the id is
  /// taken, or if the data of a removed app with this id is still being deleted.
  Task<Result<CreatedApp>> create(Actor actor, App draft);

  /// Usually from memory. nullptr if there is no such app.
  Task<Result<std::shared_ptr<const App>>> find(std::string id);

  /// The app with this id and epoch; nullptr if there is none.
  Task<Result<std::shared_ptr<const App>>> find(std::string id, AppEpoch epoch);

  /// The cached result of find(): nullptr if there is no such app, nullopt if the caller must use
  /// find().
  [[nodiscard]] std::optional<std::shared_ptr<const App>> find_in_memory(std::string_view id) {
    return cache_.find(id);
  }

  /// All apps, ordered by id.
  Task<Result<std::vector<App>>> list();

  /// Errors: ERR_BAD_REQUEST, AUTH_ERR_INVALID_APPID.
  Task<Result<App>> update(Actor actor, std::string id, AppChange change);

  /// Removes the app and everything in it except its audit log. The app is gone when this returns.
  /// Its data is deleted later by finish_removals(), unless there is little of it. Error:
  /// AUTH_ERR_INVALID_APPID.
  Task<Status> remove(Actor actor, std::string id);

  /// Deletes some of the data of removed apps, including those that an earlier process removed.
  /// Returns whether there may be more. Call it until it returns false, and then periodically: it
  /// costs nothing while there is nothing to delete.
  Task<Result<bool>> finish_removals();

 private:
  Environment environment_;
  /// Whether finish_removals() may find something. Initially, an earlier process may have left
  /// some.
  std::atomic<bool> has_removed_{true};
  PerThreadCache<std::string, std::shared_ptr<const App>, TextHash, std::equal_to<>> cache_;
};

}  // namespace parley::core
