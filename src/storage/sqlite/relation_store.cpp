#include "storage/sqlite/relation_store.hpp"

#include "storage/sqlite/json_list.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {

bool RelationStore::block(std::string_view app_id, std::string_view uid, std::string_view other,
                          Time at) {
  return database_.run(sql::kInsertBlock, app_id, uid, other, at) > 0;
}

bool RelationStore::unblock(std::string_view app_id, std::string_view uid, std::string_view other) {
  return database_.run(sql::kRemoveBlock, app_id, uid, other) > 0;
}

bool RelationStore::befriend(std::string_view app_id, std::string_view uid, std::string_view other,
                             Time at) {
  return database_.run(sql::kInsertFriends, app_id, uid, other, at) > 0;
}

bool RelationStore::unfriend(std::string_view app_id, std::string_view uid,
                             std::string_view other) {
  return database_.run(sql::kRemoveFriends, app_id, uid, other) > 0;
}

std::vector<core::Relation> RelationStore::seen_by(std::string_view app_id, std::string_view viewer,
                                                   std::span<const std::string> others) {
  const auto read = [](Row row) {
    return core::Relation{.blocked_by_me_at = row.time(), .blocked_me_at = row.time()};
  };
  return database_.all(sql::kRelationsSeenBy, read, app_id, viewer, to_json_list(others));
}

std::vector<std::string> RelationStore::related(std::string_view app_id, std::string_view viewer,
                                                core::RelationFilter relation_filter) {
  return database_.all(
      sql::kRelationFilters[static_cast<std::size_t>(relation_filter)],
      [](Row row) { return row.text(); }, app_id, viewer);
}

bool RelationStore::are_friends(std::string_view app_id, std::string_view uid,
                                std::string_view other) {
  return database_
      .first(
          sql::kAreFriends, [](Row row) { return row.integer(); }, app_id, uid, other)
      .has_value();
}

std::uint64_t RelationStore::remove_some(std::string_view app_id, std::string_view uid,
                                         std::uint32_t limit) {
  std::int64_t left = limit;
  for (const auto sql : sql::kDeleteSomeRelations) {
    if (left > 0) left -= database_.run(sql, app_id, left, uid);
  }
  return static_cast<std::uint64_t>(limit - left);
}

}  // namespace parley::storage::sqlite
