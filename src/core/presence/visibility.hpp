// Visibility: which users each user sees online, and which announcements a change requires.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/event.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/by_user.hpp"

namespace parley::core {

/// The last known state of a user who is shown online.
struct VisibleUser {
  std::string name;
  std::string role;
  std::vector<std::string> hidden_from;  ///< Users it blocked, or who blocked it. Sorted.
  std::vector<std::string> friends;      ///< Sorted.
};

/// The relation between two users.
struct RelationState {
  bool hidden = false;  ///< Either has blocked the other.
  bool mutual = false;  ///< Both have blocked the other.
  bool friends = false;
};

/// A relation that is not the last known one, as relate() takes it.
struct RelationDifference {
  std::string other;
  RelationState relation_state;
  RelationEvent what = RelationEvent::none;
};

/// A change of visibility: the recipients see a user come online or go offline.
struct VisibilityChange {
  bool online = false;
  Recipients recipients = {};
  bool repeated = false;  ///< May repeat a state the recipients know.
};

/// Inputs describe the current state, which may be newer than the change. Each call returns only
/// the differences from the last known state; if there are none although something changed, it
/// repeats the current state where noted (VisibilityChange::repeated). visibility.cpp explains why.
/// A call that throws (std::bad_alloc) has changed nothing. Not thread-safe.
class Visibility {
 public:
  /// The user came online. nullopt if it is already shown.
  [[nodiscard]] std::optional<VisibilityChange> show(std::string_view app_id, std::string_view uid,
                                                     VisibleUser user);

  /// The user went offline. Returns its last known state and who sees it go; nullopt if it is not
  /// shown.
  [[nodiscard]] std::optional<std::pair<VisibleUser, VisibilityChange>> hide(
      std::string_view app_id, std::string_view uid);

  /// After the change `what`, the relation between the user and `other` is `relation_state`.
  /// Returns what `other` sees of the user now. If the relation is the last known one, it must have
  /// been different for a moment, and lists may have shown that: then the current state is
  /// repeated.
  [[nodiscard]] std::vector<VisibilityChange> relate(std::string_view app_id, std::string_view uid,
                                                     const std::string& other,
                                                     RelationState relation_state,
                                                     RelationEvent what);

  /// Where the last known relations of the user are not these, which are in any order. Empty if it
  /// is not shown.
  [[nodiscard]] std::vector<RelationDifference> differences(std::string_view app_id,
                                                            std::string_view uid,
                                                            std::vector<std::string> hidden_from,
                                                            std::vector<std::string> friends);

  /// The user was removed: a later user with the same uid has none of its relations. Takes time for
  /// each shown user that has a relation to it.
  void forget(std::string_view app_id, const std::string& uid) noexcept;

  /// The app was removed, with all its users.
  void forget_app(std::string_view app_id) noexcept;

  /// The user has this name and role now. Returns who sees it come or go because of its role.
  /// `role_changed`: this change set the role. If the role is nevertheless the last known one, the
  /// current state is repeated, as in relate().
  [[nodiscard]] std::vector<VisibilityChange> change(std::string_view app_id, std::string_view uid,
                                                     std::string name, std::string role,
                                                     bool role_changed);

  /// Calls `visit(app_id, uid)` for each shown user.
  template <class F>
  void for_each_shown(F visit) const {
    shown_.for_each([&](const std::string& app_id, const std::string& uid, const VisibleUser&) {
      visit(app_id, uid);
    });
  }

 private:
  void link(std::string_view app_id, const std::string& other, VisibleUser& user);
  void unlink(std::string_view app_id, const std::string& other, VisibleUser& user) noexcept;
  VisibleUser take(std::string_view app_id, std::string_view uid, VisibleUser& user) noexcept;

  ByUser<VisibleUser> shown_;
  /// For each uid, the users in `shown_` whose hidden_from or friends contain it. Sorted, not
  /// empty.
  ByUser<std::vector<VisibleUser*>> listed_by_;
};

}  // namespace parley::core
