// Stores users in SQLite, and the words of their names and their tags in index tables.
#pragma once

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/index_link.hpp"

namespace parley::storage::sqlite {

class UserStore final : public core::UserStore {
 public:
  UserStore(Database& database, IndexLink& index) : database_(database), index_(index) {}

  std::optional<core::User> find(std::string_view app_id, std::string_view uid) override;
  std::vector<core::User> find(std::string_view app_id, std::span<const std::string> uids) override;
  std::optional<Time> deactivated_at(std::string_view app_id, std::string_view uid) override;
  std::vector<core::User> newest(std::string_view app_id, std::uint32_t limit) override;
  core::UserPage list(core::ListPermit, std::string_view app_id,
                      const core::UserQuery& query) override;
  std::vector<bool> insert(std::string_view app_id, std::span<const core::User> users) override;
  bool update(std::string_view app_id, const core::User& user) override;
  void set_deactivated_at(std::string_view app_id, std::span<const std::string> uids,
                          Time deactivated_at, Time updated_at) override;
  void touch(std::string_view app_id, std::string_view uid, Time now) override;
  std::uint64_t count_of_role(std::string_view app_id, std::string_view role) override;
  std::vector<std::string> change_role(std::string_view app_id, std::string_view from,
                                       std::string_view to, std::uint32_t limit) override;
  bool remove(std::string_view app_id, std::string_view uid) override;

  /// Removes users of the app with all their data, until about `limit` rows are deleted or no users
  /// are left. Returns the number of deleted rows. Removing one user with many sessions and
  /// relations may take several calls.
  std::int64_t remove_some(std::string_view app_id, std::int64_t limit);

 private:
  [[nodiscard]] std::optional<ListedUser> find_listed(std::string_view app_id,
                                                      std::string_view uid);
  bool insert_one(std::string_view app_id, const core::User& user);
  void remove_some_rows(std::string_view app_id, std::int64_t limit, std::string_view uid);

  Database& database_;
  IndexLink& index_;
};

/// Folds the names of all users again and fills user_words, which must be empty. For migrations
/// that change how names are folded.
void index_names_anew(Database& database);

/// Like index_names_anew(), for a filled user_words and a migration that changes few names. Writes
/// nothing for names that stay the same, which nearly all ASCII names do.
void fold_names_again(Database& database);

/// Reads a user from a row of PARLEY_USER_COLUMNS.
[[nodiscard]] core::User read_user(Row row);

}  // namespace parley::storage::sqlite
