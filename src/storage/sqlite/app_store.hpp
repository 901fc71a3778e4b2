// Apps in SQLite.
#pragma once

#include "core/app/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/index_link.hpp"

namespace parley::storage::sqlite {

class AppStore final : public core::AppStore {
 public:
  AppStore(Database& database, IndexLink& index) : database_(database), index_(index) {}

  std::optional<core::App> find(std::string_view id) override;
  std::vector<core::App> list() override;
  bool insert(const core::App& app) override;
  bool update(const core::App& app) override;
  bool remove(std::string_view id) override;

 private:
  Database& database_;
  IndexLink& index_;
};

}  // namespace parley::storage::sqlite
