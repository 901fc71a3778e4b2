#include "storage/sqlite/role_store.hpp"

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

core::Role read_role(Row row) {
  return {.id = row.text(),
          .name = row.text(),
          .description = row.text(),
          .metadata = row.text(),
          .settings = {.list_users = row.enumerator<core::Audience>(),
                       .send_messages_to = row.enumerator<core::Audience>()},
          .created_at = row.time(),
          .updated_at = row.time()};
}

std::int64_t write_role(Database& database, std::string_view sql, std::string_view app_id,
                        const core::Role& role) {
  return database.run(sql, app_id, role.id, role.name, role.description, role.metadata,
                      role.settings.list_users, role.settings.send_messages_to, role.created_at,
                      role.updated_at);
}

}  // namespace

std::optional<core::Role> RoleStore::find(std::string_view app_id, std::string_view id) {
  return database_.first(sql::kFindRole, read_role, app_id, id);
}

bool RoleStore::has(std::string_view app_id, std::string_view id) {
  return database_
      .first(
          sql::kHasRole, [](Row row) { return row.flag(); }, app_id, id)
      .has_value();
}

std::vector<core::Role> RoleStore::list(std::string_view app_id) {
  return database_.all(sql::kListRoles, read_role, app_id);
}

bool RoleStore::insert(std::string_view app_id, const core::Role& role) {
  return write_role(database_, sql::kInsertRole, app_id, role) == 1;
}

bool RoleStore::update(std::string_view app_id, const core::Role& role) {
  return write_role(database_, sql::kUpdateRole, app_id, role) == 1;
}

bool RoleStore::remove(std::string_view app_id, std::string_view id) {
  if (database_.run(sql::kRemoveRole, app_id, id) != 1) return false;
  database_.run(sql::kMarkRoleRemoved, app_id, id);
  return true;
}

bool RoleStore::is_being_removed(std::string_view app_id, std::string_view id) {
  return database_.number(sql::kIsRoleBeingRemoved, app_id, id) == 1;
}

std::vector<core::RemovedRole> RoleStore::list_removed() {
  return database_.all(sql::kListRemovedRoles, [](Row row) {
    return core::RemovedRole{.app_id = row.text(), .id = row.text()};
  });
}

void RoleStore::forget_removed(std::string_view app_id, std::string_view id) {
  database_.run(sql::kForgetRemovedRole, app_id, id);
}

}  // namespace parley::storage::sqlite
