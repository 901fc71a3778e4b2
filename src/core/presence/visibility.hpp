// Who sees whom: the users who are shown online, and what a change of theirs means to the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event_bus.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/by_user.hpp"

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
  bool mutual = false;  ///< Both have.
  bool friends = false;
};

/// Somebody sees a user come online (or go offline).
struct Turn {
  bool online = false;
  Recipients recipients = {};
  bool repeated = false;  ///< It may be no news.
};

/// What is told of a change is how things stand later, maybe after further changes: each call
/// compares with what was known before, so that true differences make turns. Pure, and for one
/// thread at a time.
class Visibility {
 public:
  /// The user came online. nullopt when it is shown already.
  [[nodiscard]] std::optional<Turn> show(std::string_view app_id, std::string_view uid,
                                         ShownUser user);

  /// The user went offline: what was known of it, and who is told. nullopt when it is not shown.
  [[nodiscard]] std::optional<std::pair<ShownUser, Turn>> hide(std::string_view app_id,
                                                               std::string_view uid);

  /// After `what`, `other` stands to the user in this way: what it sees of the user now. Where that
  /// makes no difference, it must have stood otherwise for a moment, which lists may have shown:
  /// then it is told what is true.
  [[nodiscard]] std::vector<Turn> relate(std::string_view app_id, std::string_view uid,
                                         const std::string& other, Standing standing,
                                         RelationEvent what);

  /// The user was removed: one who is given the uid later stands to nobody as it did.
  void forget(std::string_view app_id, const std::string& uid);

  /// The user has this name and role now: who sees it come or go for that. `role_changed`: by this
  /// change; where it makes no difference, the same holds as above.
  [[nodiscard]] std::vector<Turn> change(std::string_view app_id, std::string_view uid,
                                         std::string name, std::string role, bool role_changed);

 private:
  ByUser<ShownUser> shown_;
};

}  // namespace parley::core
