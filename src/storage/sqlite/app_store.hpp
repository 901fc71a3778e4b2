// Stores apps in SQLite.
#pragma once

#include "core/app/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/index_link.hpp"
#include "storage/sqlite/user_store.hpp"

namespace parley::storage::sqlite {

class AppStore final : public core::AppStore {
 public:
  /// `users` must use the same connection.
  AppStore(Database& database, IndexLink& index, UserStore& users)
      : database_(database), index_(index), users_(users) {}

  std::optional<core::App> find(std::string_view id) override;
  std::vector<core::App> list() override;
  std::optional<core::AppEpoch> epoch_of(std::string_view id) override;
  std::optional<core::AppEpoch> insert(const core::App& app) override;
  bool update(const core::App& app) override;
  std::optional<core::AppEpoch> remove(std::string_view id) override;
  bool is_being_removed(std::string_view id) override;
  std::vector<std::string> list_removed() override;
  bool purge_removed(std::string_view id, std::uint32_t limit) override;

 private:
  Database& database_;
  IndexLink& index_;
  UserStore& users_;
};

}  // namespace parley::storage::sqlite
