// Who sees whom: the users who are shown online, and what a change of theirs means to the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "core/presence/announcement.hpp"

namespace parley::core {

/// What others know of a user who is shown online.
struct ShownUser {
  std::string name;
  std::string role;
  std::vector<std::string> hidden_from;  ///< Whom it blocked, or who blocked it.
  std::vector<std::string> friends;
};

/// How one user stands to another.
struct Standing {
  bool hidden = false;  ///< Either has blocked the other.
  bool friends = false;

  bool operator==(const Standing&) const = default;
};

/// Somebody sees a user come online (or go offline).
struct Turn {
  bool online = false;
  Recipients recipients;
};

/// Changes may be told late, or twice: each call compares with what was known before, so that only
/// true differences make turns. Pure, and for one thread at a time.
class Visibility {
 public:
  /// The user came online. nullopt when it is shown already.
  [[nodiscard]] std::optional<Turn> show(std::string_view app_id, std::string_view uid,
                                         ShownUser user);

  /// The user went offline: what was known of it, and who is told. nullopt when it is not shown.
  [[nodiscard]] std::optional<std::pair<ShownUser, Turn>> hide(std::string_view app_id,
                                                               std::string_view uid);

  /// How `other` stands to the user is now this: what `other` sees of the user.
  [[nodiscard]] std::vector<Turn> relate(std::string_view app_id, std::string_view uid,
                                         const std::string& other, Standing standing);

  /// The user has this name and role now: who sees it come or go for that.
  [[nodiscard]] std::vector<Turn> change(std::string_view app_id, std::string_view uid,
                                         std::string name, std::string role);

 private:
  using Key = std::pair<std::string, std::string>;  ///< The app and the uid.

  boost::unordered_flat_map<Key, ShownUser> shown_;
};

}  // namespace parley::core
