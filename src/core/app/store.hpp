// What the domain needs of a storage engine for apps.
#pragma once

#include <cstdint>
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

  /// The epoch of the app with this id, for less than find() costs; nullopt when there is none.
  [[nodiscard]] virtual std::optional<AppEpoch> epoch_of(std::string_view id) = 0;

  /// Stores the app under a new epoch, whatever `app.epoch` is, and answers that. nullopt, and no
  /// change, when the id is taken or is_being_removed().
  [[nodiscard]] virtual std::optional<AppEpoch> insert(const App& app) = 0;

  /// Replaces the app with the same id, but not its epoch. False when there is none.
  virtual bool update(const App& app) = 0;

  /// Removes the app at once as far as this store can tell, and answers its epoch. What belongs to
  /// it stays stored until purge_removed() has taken it; the id cannot be used again before.
  /// nullopt when there is no such app.
  virtual std::optional<AppEpoch> remove(std::string_view id) = 0;

  /// Whether something of a removed app with this id is still stored.
  [[nodiscard]] virtual bool is_being_removed(std::string_view id) = 0;

  /// The ids of the removed apps of which something is still stored.
  [[nodiscard]] virtual std::vector<std::string> list_removed() = 0;

  /// Deletes about `limit` rows of what belonged to a removed app, and at last the app itself.
  /// Answers whether nothing is left. Bounded, so that the writer is never held for long.
  virtual bool purge_removed(std::string_view id, std::uint32_t limit) = 0;
};

}  // namespace parley::core
