// Changes of users that affect lists. The writer passes them to the user index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace parley::storage {

/// The fields of a user that lists sort and filter by, except its uid and whether it is online.
struct ListedUser {
  std::string folded_name;
  std::string role;
  std::vector<std::string> tags;
  bool active = true;

  bool operator==(const ListedUser&) const = default;
};

/// A user was created (no `before`), changed, or removed (no `after`).
struct UserReplaced {
  std::string app_id;
  std::string uid;
  std::optional<ListedUser> before;
  std::optional<ListedUser> after;
  std::int64_t sequence = 0;  ///< Of a created user: its row number in the store.
};

/// A user went online or offline.
struct OnlineChanged {
  std::string app_id;
  std::string uid;
  bool online = false;
};

/// The users `uids` got the role `after` instead of `before`.
struct RoleReplaced {
  std::string app_id;
  std::vector<std::string> uids;
  std::string before;
  std::string after;
};

/// All users of all apps went offline.
struct EveryoneOffline {};

struct AppRemoved {
  std::string app_id;
};

using UserChange =
    std::variant<UserReplaced, OnlineChanged, RoleReplaced, EveryoneOffline, AppRemoved>;

/// In the order in which they were made.
using UserChanges = std::vector<UserChange>;

}  // namespace parley::storage
