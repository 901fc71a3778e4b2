// Apps: made and changed by the operator, looked up by every request.
#pragma once

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
  /// Times are set here. Errors: ERR_BAD_REQUEST, also (details.appId) when the id is taken.
  Task<Result<CreatedApp>> create(Actor actor, App draft);

  /// From memory in the common case. nullptr when there is no such app.
  Task<Result<std::shared_ptr<const App>>> find(std::string id);

  /// What memory has of it: nullptr when there is no such app; nullopt when find() is to be asked.
  [[nodiscard]] std::optional<std::shared_ptr<const App>> find_in_memory(std::string_view id) {
    return cache_.find(id);
  }

  /// All apps, ordered by id.
  Task<Result<std::vector<App>>> list();

  /// Errors: ERR_BAD_REQUEST, AUTH_ERR_INVALID_APPID.
  Task<Result<App>> update(Actor actor, std::string id, AppChange change);

  /// Removes the app with everything in it but its audit log. Error: AUTH_ERR_INVALID_APPID.
  Task<Status> remove(Actor actor, std::string id);

 private:
  void changed(const std::string& id, bool removed = false);

  Environment environment_;
  CacheByThread<std::string, std::shared_ptr<const App>, TextHash, std::equal_to<>> cache_;
};

}  // namespace parley::core
