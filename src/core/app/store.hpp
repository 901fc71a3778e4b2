// Storage interface for apps.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/app/app.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class AppStore {
 public:
  virtual ~AppStore() = default;

  [[nodiscard]] virtual std::optional<App> find(std::string_view id) = 0;

  /// All apps, ordered by id.
  [[nodiscard]] virtual std::vector<App> list() = 0;

  /// The epoch of the app with this id; nullopt if there is none. Cheaper than find().
  [[nodiscard]] virtual std::optional<AppEpoch> epoch_of(std::string_view id) = 0;

  /// Stores the app under a new epoch, ignoring `app.epoch`, and returns the epoch. Returns nullopt
  /// and changes nothing if the id is taken or is_being_removed().
  [[nodiscard]] virtual std::optional<AppEpoch> insert(const App& app) = 0;

  /// Replaces the app with the same id, except its epoch. False when there is none.
  virtual bool update(const App& app) = 0;

  /// Removes the app and returns its epoch; nullopt if there is no such app. The calls above no
  /// longer find it. Its data stays stored, and its id stays taken, until purge_removed() has
  /// deleted the data.
  virtual std::optional<AppEpoch> remove(std::string_view id) = 0;

  /// Whether data of a removed app with this id is still stored.
  [[nodiscard]] virtual bool is_being_removed(std::string_view id) = 0;

  /// The ids of the removed apps that still have stored data.
  [[nodiscard]] virtual std::vector<std::string> list_removed() = 0;

  /// Deletes about `limit` rows of the data of a removed app, and finally the app itself. Returns
  /// whether nothing is left. Bounded, so that it does not occupy the writer for long.
  virtual bool purge_removed(std::string_view id, std::uint32_t limit) = 0;
};

}  // namespace parley::core
