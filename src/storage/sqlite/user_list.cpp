#include "storage/sqlite/user_list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/name_search.hpp"
#include "core/role/role.hpp"
#include "storage/sqlite/json_list.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_store.hpp"
#include "storage/status_parts.hpp"

/// SQLite's name for the index of UNIQUE (app_id, uid).
#define PARLEY_INDEX_BY_UID "sqlite_autoindex_users_1"

namespace parley::storage::sqlite {
namespace {

/// Up to this many candidates, looking all of them up and sorting them is faster than walking along
/// an index.
constexpr std::int64_t kFewUsers = 2000;

/// Looking up one user costs about as much as walking past this many.
constexpr std::int64_t kWalkedPerLookup = 8;

// Sources of candidates. They may contain a user twice.
constexpr std::string_view kByUid = "SELECT value AS candidate FROM json_each(:uids)";
constexpr std::string_view kBySearch =
    "SELECT uid AS candidate FROM user_words WHERE :in_name AND app_id = :app "
    "AND word >= :longest AND word < :longest_end "
    "UNION ALL SELECT uid FROM users WHERE :in_uid AND app_id = :app "
    "AND uid >= :longest AND uid < :longest_end";
constexpr std::string_view kByTag =
    "SELECT uid AS candidate FROM user_tags WHERE app_id = :app "
    "AND tag IN (SELECT value FROM json_each(:tags))";
static_assert(core::kDefaultRole == "default");
// Not for the default role, which the index omits, because most users have it.
constexpr std::string_view kByRole =
    "SELECT uid AS candidate FROM users INDEXED BY users_by_role WHERE app_id = :app "
    "AND role IN (SELECT value FROM json_each(:roles)) AND role <> 'default'";

// Conditions.
constexpr std::string_view kIsNotTheCaller = " AND users.uid <> :except";
// The plus prevents the use of an index, which would look up each of :uids for each candidate.
constexpr std::string_view kHasUid = " AND +users.uid IN (SELECT value FROM json_each(:uids))";
constexpr std::string_view kHasRole = " AND role IN (SELECT value FROM json_each(:roles))";
constexpr std::string_view kHasTag =
    " AND EXISTS (SELECT 1 FROM user_tags WHERE user_tags.app_id = :app "
    "AND tag IN (SELECT value FROM json_each(:tags)) AND user_tags.uid = users.uid)";
constexpr std::string_view kIsFound =
    " AND matches_key(folded_name, users.uid, :search, :in_uid, :in_name)";

constexpr std::string_view kIsNotHidden =
    " AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.app_id = :app AND blocks.uid = :viewer "
    "AND blocked_uid = users.uid)";

// Whether a user is online, without reading its row: users_online is the only index with this
// column.
constexpr std::string_view kIsOnline =
    "EXISTS (SELECT 1 FROM users AS present INDEXED BY users_online WHERE present.app_id = :app "
    "AND present.active = users.active AND present.folded_name = users.folded_name "
    "AND present.uid = users.uid AND present.online = 1)";
constexpr std::string_view kNoBlockBetween =
    " AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.app_id = :app AND blocks.uid = :viewer "
    "AND blocked_uid = users.uid) "
    "AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.app_id = :app AND blocks.uid = users.uid "
    "AND blocked_uid = :viewer)";

constexpr std::string_view kOnlineOfApp =
    "SELECT count(*) FROM users INDEXED BY users_online WHERE app_id = :app AND online = 1";
constexpr std::string_view kUsersOfApp =
    "SELECT coalesce(sum(users), 0) FROM user_counts WHERE app_id = :app";
constexpr std::string_view kUsersOfRoles =
    "SELECT coalesce(sum(users), 0) FROM user_counts WHERE app_id = :app "
    "AND role IN (SELECT value FROM json_each(:roles))";

constexpr std::string_view kNoListing =
    "SELECT sequence, 0 AS offline, folded_name, uid FROM users WHERE false";

// The total from the counts, minus users who are counted but not listed: the caller, and users that
// the viewer has blocked.
constexpr std::string_view kTotalFromCounts =
    "SELECT coalesce(sum(users), 0) "
    "- (SELECT count(*) FROM (SELECT :except AS left_out UNION SELECT blocked_uid FROM blocks "
    "WHERE :hide_blocked AND app_id = :app AND uid = :viewer) "
    "CROSS JOIN users INDEXED BY " PARLEY_INDEX_BY_UID
    " ON app_id = :app AND uid = left_out "
    "WHERE (:active IS NULL OR active = :active) "
    "AND (:roles IS NULL OR role IN (SELECT value FROM json_each(:roles)))) "
    "FROM user_counts WHERE app_id = :app AND (:active IS NULL OR active = :active) "
    "AND (:roles IS NULL OR role IN (SELECT value FROM json_each(:roles)))";

std::string_view candidates_of(core::RelationFilter relation_filter) {
  return sql::kRelationFilters[static_cast<std::size_t>(relation_filter)];
}

std::string_view position_by_uid_or_name(const core::UserQuery& query) {
  if (query.sort == core::UserSort::uid) {
    return query.descending ? " AND users.uid < :after_uid" : " AND users.uid > :after_uid";
  }
  return query.descending ? " AND (folded_name, users.uid) < (:after_name, :after_uid)"
                          : " AND (folded_name, users.uid) > (:after_name, :after_uid)";
}

std::string_view activities_of(const core::UserQuery& query) {
  switch (query.activity) {
    case core::Activity::active_only: return "1";
    case core::Activity::deactivated_only: return "0";
    case core::Activity::with_deactivated: break;
  }
  return "0, 1";
}

constexpr std::string_view kByName = "folded_name, uid";
constexpr std::string_view kByNameDescending = "folded_name DESC, uid DESC";

std::string_view order_of(const core::UserQuery& query) {
  switch (query.sort) {
    case core::UserSort::uid: return query.descending ? "uid DESC" : "uid";
    case core::UserSort::name: return query.descending ? kByNameDescending : kByName;
    case core::UserSort::status: break;
  }
  return query.descending ? "offline DESC, folded_name DESC, uid DESC"
                          : "offline, folded_name, uid";
}

}  // namespace

UserList::UserList(Database& database, std::string_view app_id, const core::UserQuery& query)
    : database_(database), app_id_(app_id), query_(query), search_(core::fold_key(query.search)) {}

core::UserPage UserList::page() {
  const Candidates candidates = fewest_candidates();
  core::UserPage page{.users = {}, .total = static_cast<std::uint64_t>(total(candidates))};
  Statement users = bound(page_sql(candidates));
  while (users.step()) page.users.push_back(read_user(users.row()));
  return page;
}

UserList::Candidates UserList::fewest_candidates() {
  Candidates fewest{{}, number(query_.online.value_or(false) ? kOnlineOfApp : kUsersOfApp)};
  const auto limit = [&] { return std::max(kFewUsers, fewest.count / kWalkedPerLookup); };
  const auto consider = [&](std::string_view sql, std::int64_t count) {
    if (count <= limit()) fewest = {sql, count};
  };
  if (!query_.uids.empty()) consider(kByUid, std::ssize(query_.uids));
  if (!query_.roles.empty() && !std::ranges::count(query_.roles, core::kDefaultRole)) {
    consider(kByRole, number(kUsersOfRoles));
  }
  if (!search_.empty()) consider(kBySearch, count_up_to(limit() + 1, kBySearch));
  if (!query_.tags.empty()) consider(kByTag, count_up_to(limit() + 1, kByTag));
  if (query_.relation_filter) {
    const auto relation_filter = candidates_of(*query_.relation_filter);
    consider(relation_filter, count_up_to(limit() + 1, relation_filter));
  }
  return fewest;
}

std::int64_t UserList::count_up_to(std::int64_t limit, std::string_view candidates) {
  return number(
      fmt::format("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT {})", candidates, limit));
}

std::int64_t UserList::total(const Candidates& candidates) {
  const auto count = [&](std::string_view matching) {
    return number(fmt::format("SELECT count(*) FROM ({})", matching));
  };
  if (query_.uids.empty() && search_.empty() && query_.tags.empty() && !query_.relation_filter) {
    if (!query_.online) return number(kTotalFromCounts);
    const auto online = count(all_matching(true, {}));
    return *query_.online ? online : number(kTotalFromCounts) - online;
  }
  return count(candidates.sql.empty() ? all_matching(query_.online, {})
                                      : matching_among(candidates.sql, false));
}

std::string UserList::page_sql(const Candidates& candidates) const {
  const auto order = order_of(query_);
  return fmt::format(
      "SELECT " PARLEY_USER_COLUMNS
      " FROM (SELECT sequence AS listed, offline FROM ({} LIMIT :limit OFFSET :offset)) "
      "CROSS JOIN users ON app_id = :app AND sequence = listed ORDER BY {}",
      candidates.sql.empty() || candidates.count > kFewUsers
          ? all_in_order()
          : fmt::format("{} ORDER BY {}", matching_among(candidates.sql, query_.after.has_value()),
                        order),
      order);
}

std::string UserList::conditions() const {
  const auto when = [](bool wanted, std::string_view condition) {
    return wanted ? condition : std::string_view();
  };
  const auto relation_filter =
      query_.relation_filter
          ? fmt::format(" AND +users.uid IN ({})", candidates_of(*query_.relation_filter))
          : "";
  return fmt::format("{}{}{}{}{}{}{}", when(!query_.except_uid.empty(), kIsNotTheCaller),
                     when(!query_.uids.empty(), kHasUid), when(!query_.roles.empty(), kHasRole),
                     when(!search_.empty(), kIsFound), when(!query_.tags.empty(), kHasTag),
                     relation_filter, when(query_.hide_blocked, kIsNotHidden));
}

std::string UserList::seen_online() const {
  return fmt::format("({}{})", kIsOnline, query_.viewer.empty() ? "" : kNoBlockBetween);
}

std::string UserList::matching_among(std::string_view candidates, bool after_position) const {
  const bool by_status = query_.sort == core::UserSort::status;
  const auto offline = by_status ? "NOT " + seen_online() : "0";
  std::string status;
  if (query_.online) status = (*query_.online ? " AND " : " AND NOT ") + seen_online();
  std::string position;
  if (after_position && by_status) {
    position = fmt::format(
        " AND ({}, folded_name, users.uid) {} (:after_offline, :after_name, "
        ":after_uid)",
        offline, query_.descending ? '<' : '>');
  } else if (after_position) {
    position = position_by_uid_or_name(query_);
  }
  return fmt::format(
      "SELECT sequence, {} AS offline, folded_name, uid "
      "FROM (SELECT DISTINCT candidate FROM ({})) CROSS JOIN users "
      "INDEXED BY " PARLEY_INDEX_BY_UID
      " ON app_id = :app AND uid = candidate WHERE active IN ({}){}{}{}",
      offline, candidates, activities_of(query_), position, conditions(), status);
}

std::string UserList::all_matching(std::optional<bool> online, std::string_view position) const {
  const auto index = online.value_or(false) ? "users_online" : "users_by_name";
  if (query_.activity != core::Activity::with_deactivated) {
    return walk(index, activities_of(query_), online, position);
  }
  return fmt::format("{} UNION ALL {}", walk(index, "1", online, position),
                     walk(index, "0", online, position));
}

std::string UserList::all_in_order() const {
  const auto position = query_.after ? position_by_uid_or_name(query_) : std::string_view();
  if (query_.sort != core::UserSort::status) {
    // Few users are deactivated or online, so sorting them is faster than walking past all others.
    const bool by_uid = query_.sort == core::UserSort::uid && !query_.online.value_or(false) &&
                        query_.activity != core::Activity::deactivated_only;
    return fmt::format(
        "{} ORDER BY {}",
        by_uid ? walk(PARLEY_INDEX_BY_UID, activities_of(query_), query_.online, position)
               : all_matching(query_.online, position),
        order_of(query_));
  }
  std::string parts;
  for (const auto& [online, has_position] : status_parts(query_)) {
    // Each part is sorted separately. To sort both at once, SQLite would sort all users.
    parts +=
        fmt::format("{}SELECT * FROM ({} ORDER BY {} LIMIT -1)", parts.empty() ? "" : " UNION ALL ",
                    all_matching(online, has_position ? position : std::string_view()),
                    query_.descending ? kByNameDescending : kByName);
  }
  return parts.empty() ? std::string(kNoListing) : parts;
}

std::string UserList::walk(std::string_view index, std::string_view activities,
                           std::optional<bool> online, std::string_view position) const {
  std::string status;
  if (online.value_or(false)) {
    status = fmt::format(" AND online = 1{}", query_.viewer.empty() ? "" : kNoBlockBetween);
  } else if (online) {
    status = " AND NOT " + seen_online();
  }
  return fmt::format(
      "SELECT sequence, {} AS offline, folded_name, uid FROM users INDEXED BY {} "
      "WHERE app_id = :app AND active IN ({}){}{}{}",
      online.value_or(false) ? 0 : 1, index, activities, position, conditions(), status);
}

std::int64_t UserList::number(std::string_view sql) {
  Statement query = bound(sql);
  return query.step() ? query.row().integer() : 0;
}

Statement UserList::bound(std::string_view sql) {
  Statement statement = database_.query(sql);
  statement.bind_named(":app", app_id_)
      .bind_named(":except", std::string_view(query_.except_uid))
      .bind_named(":viewer", std::string_view(query_.viewer))
      .bind_named(":hide_blocked", query_.hide_blocked)
      .bind_named(":limit", query_.per_page)
      .bind_named(":offset", query_.after
                                 ? 0
                                 : std::int64_t{query_.per_page} * (std::int64_t{query_.page} - 1));
  if (query_.after) {
    statement.bind_named(":after_offline", !query_.after->online)
        .bind_named(":after_name", core::fold_name(query_.after->name))
        .bind_named(":after_uid", std::string_view(query_.after->uid));
  }
  if (query_.activity != core::Activity::with_deactivated) {
    statement.bind_named(":active", query_.activity == core::Activity::active_only);
  }
  if (!query_.uids.empty()) statement.bind_named(":uids", to_json_list(query_.uids));
  if (!query_.roles.empty()) statement.bind_named(":roles", to_json_list(query_.roles));
  if (!query_.tags.empty()) statement.bind_named(":tags", to_json_list(query_.tags));
  if (!search_.empty()) {
    const auto longest = core::words_of_key(search_).front();
    statement.bind_named(":search", std::string_view(search_))
        .bind_named(":longest", std::string_view(longest))
        .bind_named(":longest_end", core::end_of_prefix(longest))
        .bind_named(":in_uid", query_.search_in_uid)
        .bind_named(":in_name", query_.search_in_name);
  }
  return statement;
}

}  // namespace parley::storage::sqlite
