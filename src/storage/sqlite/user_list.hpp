// Lists users from SQLite: picks a statement for a UserQuery that reads as few rows as possible.
#pragma once

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// One list call. Statements are assembled from literals; values are always parameters.
///
/// A selective condition (a few uids, a rare word, tag or role) yields candidates, which are looked
/// up and sorted. Without one, the list walks along an index in list order and skips users that do
/// not meet the conditions.
class UserList {
 public:
  UserList(Database& database, std::string_view app_id, const core::UserQuery& query);

  [[nodiscard]] core::UserPage page();

 private:
  /// A superset of the users to list: a statement that returns their uids, and their number. An
  /// empty statement means all users of the app.
  struct Candidates {
    std::string_view sql;
    std::int64_t count;
  };

  [[nodiscard]] Candidates fewest_candidates();
  [[nodiscard]] std::int64_t count_up_to(std::int64_t limit, std::string_view candidates);
  [[nodiscard]] std::int64_t total(const Candidates& candidates);
  [[nodiscard]] std::string page_sql(const Candidates& candidates) const;
  [[nodiscard]] std::string matching_among(std::string_view candidates, bool after_position) const;
  [[nodiscard]] std::string all_in_order() const;
  /// Walks along the names. Online users have an index of their own. `position`: another condition,
  /// or empty.
  [[nodiscard]] std::string all_matching(std::optional<bool> online,
                                         std::string_view position) const;
  [[nodiscard]] std::string walk(std::string_view index, std::string_view activities,
                                 std::optional<bool> online, std::string_view position) const;
  [[nodiscard]] std::string conditions() const;
  /// The condition that the viewer sees a user as online.
  [[nodiscard]] std::string seen_online() const;
  [[nodiscard]] Statement bound(std::string_view sql);
  [[nodiscard]] std::int64_t number(std::string_view sql);

  Database& database_;
  std::string_view app_id_;
  const core::UserQuery& query_;
  std::string search_;  ///< Folded.
};

}  // namespace parley::storage::sqlite
