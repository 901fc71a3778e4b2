#include "storage/sqlite/indexed_user_list.hpp"

#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_store.hpp"
#include "storage/user_index/user_page.hpp"

namespace parley::storage::sqlite {
namespace {

/// The relations of the viewer that matter for the list. nullopt if there are too many to read them
/// while the writer may be waiting.
std::optional<Neighbours> neighbours_of(Database& database, std::string_view app_id,
                                        const core::UserQuery& query) {
  bool too_many = false;
  const auto related = [&](core::RelationFilter wanted) {
    std::vector<std::string> uids;
    auto found = database.query(sql::kRelationFilters[static_cast<std::size_t>(wanted)], app_id,
                                query.viewer);
    while (!too_many && found.step()) {
      uids.push_back(found.row().text());
      too_many = uids.size() > kMostNeighbours;
    }
    return uids;
  };
  Neighbours neighbours;
  if (query.relation_filter) neighbours.relation_filter = related(*query.relation_filter);
  if (needs_blocks(query)) {
    neighbours.blocked_by_viewer = related(core::RelationFilter::blocked_by_me);
    neighbours.have_blocked_viewer = related(core::RelationFilter::has_blocked_me);
  }
  if (too_many) return std::nullopt;
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
  const auto* users = neighbours ? reading.users(app_id, version) : nullptr;
  if (users == nullptr) {
    reading.leave();
    return std::nullopt;
  }
  const auto numbers = list_users(*users, query, *neighbours);
  reading.leave();  // Lets the writer continue: the rows come from the snapshot.
  return core::UserPage{.users = read_users(database, app_id, numbers.sequences),
                        .total = numbers.total};
}

}  // namespace parley::storage::sqlite
