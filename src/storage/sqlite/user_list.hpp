// Lists of users: picks the statement that answers a UserQuery without reading a million rows.
#pragma once

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// One list call. Its statements are put together from literals; values are always parameters.
///
/// A condition that few users meet (a few uids, a rare word, tag or role) yields candidates, which
/// are looked up and sorted. Otherwise the index in the order of the list is walked, and users that
/// do not meet the conditions are skipped.
class UserList {
 public:
  UserList(Database& database, std::string_view app_id, const core::UserQuery& query);

  [[nodiscard]] core::UserPage page();

 private:
  [[nodiscard]] std::string_view choose_candidates();
  [[nodiscard]] bool are_few(std::string_view candidates);
  [[nodiscard]] std::string matching_users() const;
  [[nodiscard]] std::string page_sql() const;
  [[nodiscard]] std::string total_sql() const;
  [[nodiscard]] Query bound(std::string_view sql);

  Database& database_;
  std::string_view app_id_;
  const core::UserQuery& query_;
  std::string search_;           ///< Folded.
  std::string_view candidates_;  ///< Empty: walk the index.
};

}  // namespace parley::storage::sqlite
