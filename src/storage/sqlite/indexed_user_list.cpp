#include "storage/sqlite/indexed_user_list.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/sqlite/relation_store.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_store.hpp"
#include "storage/user_index/user_page.hpp"

namespace parley::storage::sqlite {
namespace {

Neighbours neighbours_of(Database& database, std::string_view app_id,
                         const core::UserQuery& query) {
  RelationStore relations(database);
  const auto related = [&](core::RelationFilter wanted) {
    return relations.related(app_id, query.viewer, wanted);
  };
  Neighbours neighbours;
  if (query.relation_filter) neighbours.relation_filter = related(*query.relation_filter);
  if (needs_blocks(query)) {
    neighbours.blocked_by_viewer = related(core::RelationFilter::blocked_by_me);
    neighbours.have_blocked_viewer = related(core::RelationFilter::has_blocked_me);
  }
  return neighbours;
}

std::vector<core::User> read_users(Database& database, std::string_view app_id,
                                   const std::vector<std::int64_t>& sequences) {
  std::vector<core::User> users(sequences.size());
  std::size_t found = 0;
  auto listed =
      database.query(sql::kListedUsers, app_id, fmt::format("[{}]", fmt::join(sequences, ",")));
  for (; listed.step(); ++found) {
    auto row = listed.row();
    const auto place = static_cast<std::size_t>(row.integer());
    users.at(place) = read_user(row);
  }
  // Both were read as of the same commit, so rows are missing in the file.
  if (found != sequences.size())
    throw EngineError(SQLITE_CORRUPT, "the user index does not match the store");
  return users;
}

}  // namespace

std::optional<core::UserPage> list_indexed(Database& database, UserIndex::Reading& reading,
                                           std::string_view app_id, const core::UserQuery& query) {
  const auto version = database.number(sql::kListVersion);
  const auto neighbours = neighbours_of(database, app_id, query);
  const auto* users = reading.users(app_id, version);
  if (users == nullptr) return std::nullopt;
  const auto numbers = list_users(*users, query, neighbours);
  reading.leave();  // Lets the writer continue: the rows come from the snapshot.
  return core::UserPage{.users = read_users(database, app_id, numbers.sequences),
                        .total = numbers.total};
}

}  // namespace parley::storage::sqlite
