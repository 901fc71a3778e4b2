#include "storage/sqlite/user_list.hpp"

#include <fmt/format.h>

#include "storage/name_search.hpp"
#include "storage/sqlite/json_list.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_store.hpp"

namespace parley::storage::sqlite {
namespace {

/// Up to so many users, looking all up and sorting them is faster than walking an index.
constexpr int kFewUsers = 2000;

// Where candidates come from; a user may come twice.
constexpr std::string_view kByUid = "SELECT value AS candidate FROM json_each(:uids)";
constexpr std::string_view kBySearch =
    "SELECT uid AS candidate FROM user_words WHERE :in_name AND app_id = :app "
    "AND word >= :search AND word < :search_end "
    "UNION ALL SELECT uid FROM users WHERE :in_uid AND app_id = :app "
    "AND uid >= :search AND uid < :search_end";
constexpr std::string_view kByTag =
    "SELECT uid AS candidate FROM user_tags WHERE app_id = :app "
    "AND tag IN (SELECT value FROM json_each(:tags))";
constexpr std::string_view kByRole =
    "SELECT uid AS candidate FROM users INDEXED BY users_by_role WHERE app_id = :app "
    "AND role IN (SELECT value FROM json_each(:roles))";

// A parameter that is not set is NULL and sets no condition.
constexpr std::string_view kConditions =
    " AND users.uid <> :except "
    "AND (:roles IS NULL OR role IN (SELECT value FROM json_each(:roles))) "
    "AND (:tags IS NULL OR EXISTS (SELECT 1 FROM user_tags WHERE user_tags.app_id = :app "
    "AND tag IN (SELECT value FROM json_each(:tags)) AND user_tags.uid = users.uid)) "
    "AND (:search IS NULL OR (:in_uid AND users.uid >= :search AND users.uid < :search_end) "
    "OR (:in_name AND matches_word(folded_name, :search)))";

constexpr std::string_view kTotalFromCounts =
    "SELECT coalesce(sum(users), 0) "
    "- (SELECT count(*) FROM users WHERE app_id = :app AND uid = :except "
    "AND (:active IS NULL OR active = :active) "
    "AND (:roles IS NULL OR role IN (SELECT value FROM json_each(:roles)))) "
    "FROM user_counts WHERE app_id = :app AND (:active IS NULL OR active = :active) "
    "AND (:roles IS NULL OR role IN (SELECT value FROM json_each(:roles)))";

std::string_view order_of(const core::UserQuery& query) {
  if (query.sort == core::UserSort::uid) return query.descending ? "uid DESC" : "uid";
  return query.descending ? "folded_name DESC, uid DESC" : "folded_name, uid";
}

/// Everything that begins with `prefix` is smaller: no text has a byte 0xff.
std::string end_of_prefix(const std::string& prefix) { return prefix + '\xff'; }

}  // namespace

UserList::UserList(Database& database, std::string_view app_id, const core::UserQuery& query)
    : database_(database), app_id_(app_id), query_(query), search_(fold_case(query.search)) {}

core::UserPage UserList::page() {
  candidates_ = choose_candidates();
  core::UserPage page;
  Query total = bound(total_sql());
  total.step();
  page.total = static_cast<std::uint64_t>(total.row().integer());
  Query users = bound(page_sql());
  while (users.step()) page.users.push_back(read_user(users.row()));
  return page;
}

std::string_view UserList::choose_candidates() {
  if (!query_.uids.empty()) return kByUid;
  if (!query_.search.empty() && are_few(kBySearch)) return kBySearch;
  if (!query_.tags.empty() && are_few(kByTag)) return kByTag;
  if (!query_.roles.empty() && are_few(kByRole)) return kByRole;
  return {};
}

bool UserList::are_few(std::string_view candidates) {
  Query count = bound(
      fmt::format("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT {})", candidates, kFewUsers + 1));
  count.step();
  return count.row().integer() <= kFewUsers;
}

std::string UserList::matching_users() const {
  if (!candidates_.empty()) {
    return fmt::format(
        "SELECT sequence, folded_name, uid FROM (SELECT DISTINCT candidate FROM ({})) "
        "CROSS JOIN users ON app_id = :app AND uid = candidate "
        "WHERE (:active IS NULL OR active = :active){}",
        candidates_, kConditions);
  }
  const auto walk = [&](int active) {
    return fmt::format(
        "SELECT sequence, folded_name, uid FROM users INDEXED BY {} "
        "WHERE app_id = :app AND active = {}{}",
        query_.sort == core::UserSort::uid ? "users_by_uid" : "users_by_name", active, kConditions);
  };
  switch (query_.activity) {
    case core::Activity::active_only: return walk(1);
    case core::Activity::deactivated_only: return walk(0);
    case core::Activity::with_deactivated: break;
  }
  return walk(1) + " UNION ALL " + walk(0);
}

std::string UserList::page_sql() const {
  return fmt::format(
      "SELECT " PARLEY_USER_COLUMNS
      " FROM (SELECT sequence AS listed FROM ({} ORDER BY {} LIMIT :limit OFFSET :offset)) "
      "CROSS JOIN users ON app_id = :app AND sequence = listed ORDER BY {}",
      matching_users(), order_of(query_), order_of(query_));
}

std::string UserList::total_sql() const {
  if (candidates_.empty() && query_.search.empty() && query_.tags.empty()) {
    return std::string(kTotalFromCounts);
  }
  return fmt::format("SELECT count(*) FROM ({})", matching_users());
}

Query UserList::bound(std::string_view sql) {
  Query statement = database_.query(sql);
  statement.bind_named(":app", app_id_)
      .bind_named(":except", std::string_view(query_.except_uid))
      .bind_named(":limit", query_.per_page)
      .bind_named(":offset", std::int64_t{query_.per_page} * (std::int64_t{query_.page} - 1));
  if (query_.activity != core::Activity::with_deactivated) {
    statement.bind_named(":active", query_.activity == core::Activity::active_only);
  }
  if (!query_.uids.empty()) statement.bind_named(":uids", to_json_list(query_.uids));
  if (!query_.roles.empty()) statement.bind_named(":roles", to_json_list(query_.roles));
  if (!query_.tags.empty()) statement.bind_named(":tags", to_json_list(query_.tags));
  if (!query_.search.empty()) {
    statement.bind_named(":search", std::string_view(search_))
        .bind_named(":search_end", end_of_prefix(search_))
        .bind_named(":in_uid", query_.search_in_uid)
        .bind_named(":in_name", query_.search_in_name);
  }
  return statement;
}

}  // namespace parley::storage::sqlite
