// What the domain needs of a storage engine for apps.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/app/app.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
class AppStore {
 public:
  virtual ~AppStore() = default;

  [[nodiscard]] virtual std::optional<App> find(std::string_view id) = 0;

  /// All apps, ordered by id.
  [[nodiscard]] virtual std::vector<App> list() = 0;

  /// False, and no change, when the id is taken.
  [[nodiscard]] virtual bool insert(const App& app) = 0;

  /// Replaces the app with the same id. False when there is none.
  virtual bool update(const App& app) = 0;

  /// Removes the app with its users, keys, roles and sessions. False when there is none.
  virtual bool remove(std::string_view id) = 0;
};

}  // namespace parley::core
