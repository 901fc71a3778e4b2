// What becomes of users, as far as lists look at it: how the writer tells the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace parley::storage {

/// What lists look at in a user, but for its uid and whether it is online.
struct ListedUser {
  std::string folded_name;
  std::string role;
  std::vector<std::string> tags;
  bool active = true;

  bool operator==(const ListedUser&) const = default;
};

/// A user that came (no `before`), changed or went (no `after`).
struct UserReplaced {
  std::string app_id;
  std::string uid;
  std::optional<ListedUser> before;
  std::optional<ListedUser> after;
  std::int64_t sequence = 0;  ///< Of one that came: its number in the storage.
};

struct UserCameOrWent {
  std::string app_id;
  std::string uid;
  bool online = false;
};

/// Users of one role have another now.
struct RoleReplaced {
  std::string app_id;
  std::vector<std::string> uids;
  std::string before;
  std::string after;
};

/// Nobody of any app is online any more.
struct AllWent {};

struct AppRemoved {
  std::string app_id;
};

using UserChange = std::variant<UserReplaced, UserCameOrWent, RoleReplaced, AllWent, AppRemoved>;

/// In the order in which they came about.
using UserChanges = std::vector<UserChange>;

}  // namespace parley::storage
