// Apps: made and changed by the operator, looked up by every request.
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
#include "core/cache_by_thread.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// A new app with its first two keys. Both are shown this once.
struct CreatedApp {
  App app;
  SecretString auth_key;  ///< Scope authOnly.
  SecretString api_key;   ///< Scope fullAccess.
};

/// `actor`: who makes the change, for the audit log of the app, which it is written to in the same
/// transaction. All errors but those named: ERR_SERVICE_UNAVAILABLE, when the store fails.
class AppService {
 public:
  explicit AppService(Environment environment);

  /// Creates an app with the role `default` and two keys. An empty id is filled with a random one.
  /// Times and epoch are set here. Errors: ERR_BAD_REQUEST, also (details.appId) when the id is
  /// taken, or was and what belonged to that app is still being removed.
  Task<Result<CreatedApp>> create(Actor actor, App draft);

  /// From memory in the common case. nullptr when there is no such app.
  Task<Result<std::shared_ptr<const App>>> find(std::string id);

  /// The app with this id, if it is the one of that epoch; else nullptr.
  Task<Result<std::shared_ptr<const App>>> find(std::string id, AppEpoch epoch);

  /// What memory has of it: nullptr when there is no such app; nullopt when find() is to be asked.
  [[nodiscard]] std::optional<std::shared_ptr<const App>> find_in_memory(std::string_view id) {
    return cache_.find(id);
  }

  /// All apps, ordered by id.
  Task<Result<std::vector<App>>> list();

  /// Errors: ERR_BAD_REQUEST, AUTH_ERR_INVALID_APPID.
  Task<Result<App>> update(Actor actor, std::string id, AppChange change);

  /// Removes the app with everything in it but its audit log. The app is gone when this answers;
  /// what belonged to it is deleted by finish_removals(), unless it is little.
  /// Error: AUTH_ERR_INVALID_APPID.
  Task<Status> remove(Actor actor, std::string id);

  /// Deletes some of what belonged to removed apps, also to those an earlier process removed.
  /// Answers whether there may be more. Call it until there is not, then now and then: it costs
  /// nothing while no app has been removed.
  Task<Result<bool>> finish_removals();

 private:
  void changed(std::string id, AppEpoch epoch, AppChangeKind kind);

  Environment environment_;
  std::atomic<bool> has_removed_{true};  ///< Perhaps: an earlier process may have left some.
  CacheByThread<std::string, std::shared_ptr<const App>, TextHash, std::equal_to<>> cache_;
};

}  // namespace parley::core
