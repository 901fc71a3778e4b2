#include "storage/sqlite/user_store.hpp"

#include <algorithm>

#include "core/name_search.hpp"
#include "storage/sqlite/indexed_user_list.hpp"
#include "storage/sqlite/json_list.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/user_list.hpp"

namespace parley::storage::sqlite {
namespace {

using Entries = std::set<std::string>;

/// Updates the entries of a user in an index table (words or tags): deletes those that are only in
/// `before`, and inserts those that are only in `after`.
void replace_entries(const Entries& before, const Entries& after, Database& database,
                     std::string_view remove_sql, std::string_view insert_sql,
                     std::string_view app_id, std::string_view uid) {
  for (const std::string& entry : before) {
    if (!after.contains(entry)) database.run(remove_sql, app_id, entry, uid);
  }
  for (const std::string& entry : after) {
    if (!before.contains(entry)) database.run(insert_sql, app_id, entry, uid);
  }
}

/// A user without words and tags: the state before it is created and after it is removed.
const ListedUser kUnlisted;

/// Updates the words and tags of a user from those of `before` to those of `after`.
void index_user(Database& database, std::string_view app_id, std::string_view uid,
                const ListedUser& before, const ListedUser& after) {
  const auto tags = [](const ListedUser& user) {
    return Entries(user.tags.begin(), user.tags.end());
  };
  if (before.folded_name != after.folded_name) {
    replace_entries(core::search_words(before.folded_name), core::search_words(after.folded_name),
                    database, sql::kRemoveUserWord, sql::kInsertUserWord, app_id, uid);
  }
  if (before.tags != after.tags) {
    replace_entries(tags(before), tags(after), database, sql::kRemoveUserTag, sql::kInsertUserTag,
                    app_id, uid);
  }
}

ListedUser listed(const core::User& user) {
  return {.folded_name = core::fold_name(user.name),
          .role = user.role,
          .tags = user.tags,
          .active = user.is_active()};
}

std::vector<std::string> read_tags(Row& row, std::string_view uid) {
  const StoredAt tags{.app_id = {}, .column = "users.tags", .id = uid};
  return from_json_list(row.text(), tags).value_or(std::vector<std::string>());
}

}  // namespace

core::User read_user(Row row) {
  auto uid = row.text();
  core::User user{.uid = {},
                  .name = row.text(),
                  .avatar = row.text(),
                  .link = row.text(),
                  .role = row.text(),
                  .status_message = row.text(),
                  .metadata = row.text(),
                  .tags = read_tags(row, uid),
                  .last_active_at = row.time(),
                  .created_at = row.time(),
                  .updated_at = row.time(),
                  .deactivated_at = row.time(),
                  .online = row.flag()};
  user.uid = std::move(uid);
  return user;
}

void index_names_anew(Database& database) {
  constexpr std::string_view kNames = "SELECT sequence, app_id, uid, name FROM users";
  constexpr std::string_view kFold = "UPDATE users SET folded_name = ?2 WHERE sequence = ?1";
  auto names = database.query(kNames);
  while (names.step()) {
    auto row = names.row();
    const auto sequence = row.integer();
    const auto app_id = row.text();
    const auto uid = row.text();
    const auto folded = core::fold_name(row.text());
    database.run(kFold, sequence, folded);
    for (const auto& word : core::search_words(folded)) {
      database.run(sql::kInsertUserWord, app_id, word, uid);
    }
  }
}

void fold_names_again(Database& database) {
  constexpr std::string_view kNames = "SELECT sequence, app_id, uid, name, folded_name FROM users";
  constexpr std::string_view kFold = "UPDATE users SET folded_name = ?2 WHERE sequence = ?1";
  auto names = database.query(kNames);
  while (names.step()) {
    auto row = names.row();
    const auto sequence = row.integer();
    const auto app_id = row.text();
    const auto uid = row.text();
    const auto name = row.text();
    const auto before = row.text();
    const auto after = core::fold_name(name);
    if (before == after && !core::has_words_inside(after)) continue;
    // Some entries may not exist: earlier versions found fewer words in a name.
    for (const auto& word : core::search_words(before))
      database.run(sql::kRemoveUserWord, app_id, word, uid);
    for (const auto& word : core::search_words(after))
      database.run(sql::kInsertUserWord, app_id, word, uid);
    if (before != after) database.run(kFold, sequence, after);
  }
}

std::optional<core::User> UserStore::find(std::string_view app_id, std::string_view uid) {
  return database_.first(sql::kFindUser, read_user, app_id, uid);
}

std::vector<core::User> UserStore::find(std::string_view app_id,
                                        std::span<const std::string> uids) {
  std::vector<core::User> found;
  for (const auto& uid : uids) {
    if (auto user = find(app_id, uid)) found.push_back(*std::move(user));
  }
  return found;
}

std::optional<Time> UserStore::deactivated_at(std::string_view app_id, std::string_view uid) {
  return database_.first(
      sql::kFindDeactivation, [](Row row) { return row.time(); }, app_id, uid);
}

std::optional<ListedUser> UserStore::find_listed(std::string_view app_id, std::string_view uid) {
  return database_.first(
      sql::kFindListedUser,
      [&](Row row) {
        return ListedUser{.folded_name = row.text(),
                          .role = row.text(),
                          .tags = read_tags(row, uid),
                          .active = row.flag()};
      },
      app_id, uid);
}

std::vector<core::User> UserStore::newest(std::string_view app_id, std::uint32_t limit) {
  return database_.all(sql::kNewestUsers, read_user, app_id, std::int64_t{limit});
}

core::UserPage UserStore::list(core::ListPermit, std::string_view app_id,
                               const core::UserQuery& query) {
  if (index_.reading != nullptr) {
    if (auto page = list_indexed(database_, *index_.reading, app_id, query))
      return *std::move(page);
  }
  return UserList(database_, app_id, query).page();
}

std::vector<bool> UserStore::insert(std::string_view app_id, std::span<const core::User> users) {
  std::vector<bool> inserted;
  inserted.reserve(users.size());
  for (const auto& user : users) inserted.push_back(insert_one(app_id, user));
  return inserted;
}

bool UserStore::insert_one(std::string_view app_id, const core::User& user) {
  auto after = listed(user);
  const bool inserted =
      database_.run(sql::kInsertUser, app_id, after.folded_name, user.uid, user.name, user.avatar,
                    user.link, user.role, user.status_message, user.metadata,
                    to_json_list(user.tags), user.last_active_at, user.created_at, user.updated_at,
                    user.deactivated_at) == 1;
  if (!inserted) return false;
  const auto sequence = database_.last_inserted();
  index_user(database_, app_id, user.uid, kUnlisted, after);
  index_.changes.push_back(
      UserReplaced{std::string(app_id), user.uid, std::nullopt, std::move(after), sequence});
  return true;
}

bool UserStore::update(std::string_view app_id, const core::User& user) {
  auto before = find_listed(app_id, user.uid);
  if (!before) return false;
  auto after = listed(user);
  after.active = before->active;
  if (before == after) {
    return database_.run(sql::kUpdateUserDetails, app_id, user.uid, user.name, user.avatar,
                         user.link, user.status_message, user.metadata, to_json_list(user.tags),
                         user.updated_at) == 1;
  }
  database_.run(sql::kUpdateUser, app_id, user.uid, after.folded_name, user.name, user.avatar,
                user.link, user.role, user.status_message, user.metadata, to_json_list(user.tags),
                user.updated_at);
  index_user(database_, app_id, user.uid, *before, after);
  index_.changes.push_back(
      UserReplaced{std::string(app_id), user.uid, std::move(before), std::move(after)});
  return true;
}

void UserStore::set_deactivated_at(std::string_view app_id, std::span<const std::string> uids,
                                   Time deactivated_at, Time updated_at) {
  for (const auto& uid : uids) {
    auto before = find_listed(app_id, uid);
    if (!before) continue;
    database_.run(sql::kSetUserDeactivatedAt, app_id, uid, deactivated_at, updated_at);
    auto after = before;
    after->active = deactivated_at == kNever;
    index_.changes.push_back(
        UserReplaced{std::string(app_id), uid, std::move(before), std::move(after)});
  }
}

void UserStore::touch(std::string_view app_id, std::string_view uid, Time now) {
  database_.run(sql::kTouchUser, app_id, uid, now, now);
}

std::uint64_t UserStore::count_of_role(std::string_view app_id, std::string_view role) {
  return static_cast<std::uint64_t>(database_.number(sql::kCountUsersOfRole, app_id, role));
}

std::vector<std::string> UserStore::change_role(std::string_view app_id, std::string_view from,
                                                std::string_view to, std::uint32_t limit) {
  auto uids = database_.all(
      sql::kSomeUsersOfRole, [](Row row) { return row.text(); }, app_id, from, limit);
  for (const auto& uid : uids) database_.run(sql::kChangeUserRole, app_id, uid, to);
  if (!uids.empty()) {
    index_.changes.push_back(
        RoleReplaced{std::string(app_id), uids, std::string(from), std::string(to)});
  }
  return uids;
}

bool UserStore::remove(std::string_view app_id, std::string_view uid) {
  auto before = find_listed(app_id, uid);
  if (!before) return false;
  database_.run(sql::kRemoveUser, app_id, uid);
  index_user(database_, app_id, uid, *before, kUnlisted);
  index_.changes.push_back(
      UserReplaced{std::string(app_id), std::string(uid), std::move(before), std::nullopt});
  return true;
}

std::int64_t UserStore::remove_some(std::string_view app_id, std::int64_t limit) {
  const auto before = database_.total_changes();
  const auto removed = [&] { return database_.total_changes() - before; };
  while (removed() < limit) {
    const auto uid = database_.first(
        sql::kAnyUid, [](Row row) { return row.text(); }, app_id);
    if (!uid) break;
    const auto left = limit - removed();
    // Removing the user cascades to all its rows. Otherwise they are removed first, which costs
    // more: each of those statements creates a temporary table.
    if (database_.number(sql::kCountSomeRowsOfUser, app_id, left, *uid) < left) {
      remove(app_id, *uid);
    } else {
      remove_some_rows(app_id, left, *uid);
    }
  }
  return removed();
}

void UserStore::remove_some_rows(std::string_view app_id, std::int64_t limit,
                                 std::string_view uid) {
  auto left = limit - database_.run(sql::kDeleteSomeSessions, app_id, limit, uid);
  for (const auto sql : sql::kDeleteSomeRelations) {
    if (left > 0) left -= database_.run(sql, app_id, left, uid);
  }
}

}  // namespace parley::storage::sqlite
