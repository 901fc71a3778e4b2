// Stores roles in SQLite.
#pragma once

#include "core/role/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class RoleStore final : public core::RoleStore {
 public:
  explicit RoleStore(Database& database) : database_(database) {}

  std::optional<core::Role> find(std::string_view app_id, std::string_view id) override;
  bool has(std::string_view app_id, std::string_view id) override;
  std::vector<core::Role> list(std::string_view app_id) override;
  bool insert(std::string_view app_id, const core::Role& role) override;
  bool update(std::string_view app_id, const core::Role& role) override;
  bool remove(std::string_view app_id, std::string_view id) override;
  bool is_being_removed(std::string_view app_id, std::string_view id) override;
  std::vector<core::RemovedRole> list_removed() override;
  void forget_removed(std::string_view app_id, std::string_view id) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
