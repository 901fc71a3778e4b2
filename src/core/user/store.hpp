// Storage interface for users.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/read_kind.hpp"
#include "core/relation/relation.hpp"
#include "core/user/user.hpp"

namespace parley::core {

enum class Activity : std::uint8_t { active_only, with_deactivated, deactivated_only };
/// `status`: users who are online first, then by name.
enum class UserSort : std::uint8_t { name, uid, status };

/// A position in a list of users. The user need not exist any more.
struct UserPosition {
  std::string name;
  std::string uid;
  bool online = false;  ///< As the viewer of the list sees it.
};

/// Selects a page of users. All conditions must hold; an empty list or text sets no condition. If a
/// viewer is set, users who have blocked it, and users it has blocked, count as offline.
struct UserQuery {
  /// Each of its words must be a prefix of the uid or of a word of the name, in any order. Case,
  /// accents and the like are ignored. Blank = no condition.
  std::string search;
  bool search_in_uid = true;  ///< At least one of these two is set.
  bool search_in_name = true;
  std::vector<std::string> uids;                  ///< Any of these.
  std::vector<std::string> roles;                 ///< Any of these.
  std::vector<std::string> tags;                  ///< Any of these.
  std::optional<bool> online;                     ///< Only those online, or only the others.
  std::string except_uid;                         ///< Excluded: the caller is not in its own list.
  std::string viewer;                             ///< A uid, or empty; required by the next two.
  std::optional<RelationFilter> relation_filter;  ///< Only users with this relation to the viewer.
  bool hide_blocked = false;                      ///< Without users that the viewer has blocked.
  Activity activity = Activity::active_only;
  UserSort sort = UserSort::name;  ///< Ties by uid, so that pages never overlap.
  bool descending = false;
  std::uint32_t per_page = 100;       ///< 1-1000.
  std::uint32_t page = 1;             ///< From 1; past the end the page is empty.
  std::optional<UserPosition> after;  ///< The page starts after this; `page` is ignored.
};

struct UserPage {
  std::vector<User> users;
  std::uint64_t total = 0;  ///< Of all pages, whatever `after` says.
};

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
/// Deactivated users are found like others, unless a query says otherwise.
class UserStore {
 public:
  virtual ~UserStore() = default;

  [[nodiscard]] virtual std::optional<User> find(std::string_view app_id, std::string_view uid) = 0;

  /// Those of the users that exist, in the order of `uids`, which must be different.
  [[nodiscard]] virtual std::vector<User> find(std::string_view app_id,
                                               std::span<const std::string> uids) = 0;

  /// The most recently created users, without deactivated ones, newest first.
  [[nodiscard]] virtual std::vector<User> newest(std::string_view app_id, std::uint32_t limit) = 0;

  [[nodiscard]] virtual UserPage list(ListPermit, std::string_view app_id,
                                      const UserQuery& query) = 0;

  /// User::deactivated_at; nullopt when there is no such user. Cheaper than find().
  [[nodiscard]] virtual std::optional<Time> deactivated_at(std::string_view app_id,
                                                           std::string_view uid) = 0;

  /// Whether the user exists and is not deactivated.
  [[nodiscard]] bool has_active(std::string_view app_id, std::string_view uid) {
    return deactivated_at(app_id, uid) == kNever;
  }

  /// Stores new users, one after the other. Returns for each whether it was stored; if not, its uid
  /// is taken in this app. `online` is ignored: a new user is offline.
  [[nodiscard]] virtual std::vector<bool> insert(std::string_view app_id,
                                                 std::span<const User> users) = 0;

  /// The same for one user.
  [[nodiscard]] bool insert(std::string_view app_id, const User& user) {
    return insert(app_id, std::span(&user, 1)).front();
  }

  /// Replaces the user with the same uid, except for created_at, last_active_at, deactivated_at and
  /// online: others may set these at the same time. False when there is none.
  virtual bool update(std::string_view app_id, const User& user) = 0;

  /// Deactivates users, or activates them (kNever), and sets updated_at. `uids` must be different;
  /// those that do not exist are ignored.
  virtual void set_deactivated_at(std::string_view app_id, std::span<const std::string> uids,
                                  Time deactivated_at, Time updated_at) = 0;

  /// Sets last_active_at to `now`, even if a later time is stored: the clock must have been set
  /// back since. Ignores an unknown user.
  virtual void touch(std::string_view app_id, std::string_view uid, Time now) = 0;

  /// How many users, deactivated or not, have the role. Does not read the users.
  [[nodiscard]] virtual std::uint64_t count_of_role(std::string_view app_id,
                                                    std::string_view role) = 0;

  /// Gives up to `limit` users of role `from`, which must not be kDefaultRole, the role `to`;
  /// returns their uids. Bounded, so that it does not occupy the writer for long.
  virtual std::vector<std::string> change_role(std::string_view app_id, std::string_view from,
                                               std::string_view to, std::uint32_t limit) = 0;

  /// Removes the user with its sessions. False when there is none.
  virtual bool remove(std::string_view app_id, std::string_view uid) = 0;
};

}  // namespace parley::core
