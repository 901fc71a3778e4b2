#include "storage/sqlite/indexed_user_list.hpp"

#include <stdexcept>
#include <utility>

#include "storage/sqlite/relation_store.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_store.hpp"
#include "storage/user_index/user_page.hpp"

namespace parley::storage::sqlite {
namespace {

Neighbours neighbours_of(Database& database, std::string_view app_id,
                         const core::UserQuery& query) {
  RelationStore relations(database);
  const auto circle = [&](core::Circle wanted) {
    return relations.circle(app_id, query.viewer, wanted);
  };
  Neighbours neighbours;
  if (query.circle) neighbours.circle = circle(*query.circle);
  if (needs_blocks(query)) {
    neighbours.blocked_by_viewer = circle(core::Circle::blocked_by_me);
    neighbours.have_blocked_viewer = circle(core::Circle::has_blocked_me);
  }
  return neighbours;
}

}  // namespace

core::UserPage list_indexed(Database& database, const AppUsers& users, std::string_view app_id,
                            const core::UserQuery& query) {
  const auto numbers = list_users(users, query, neighbours_of(database, app_id, query));
  core::UserPage page{.users = {}, .total = numbers.total};
  page.users.reserve(numbers.sequences.size());
  for (const auto sequence : numbers.sequences) {
    auto user = database.first(sql::kFindListedUser, read_user, app_id, sequence);
    if (!user) throw std::logic_error("the index of users does not fit the storage");
    page.users.push_back(*std::move(user));
  }
  return page;
}

}  // namespace parley::storage::sqlite
