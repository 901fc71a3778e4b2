// Apps in SQLite.
#pragma once

#include "core/app/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class AppStore final : public core::AppStore {
 public:
  explicit AppStore(Database& database) : database_(database) {}

  std::optional<core::App> find(std::string_view id) override;
  std::vector<core::App> list() override;
  bool insert(const core::App& app) override;
  bool update(const core::App& app) override;
  bool remove(std::string_view id) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
