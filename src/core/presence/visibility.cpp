#include "core/presence/visibility.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

// Changes are processed after they have happened, so the store can be ahead of the change. Hence
// the direction of a change (blocked or unblocked, say) does not decide what is announced. Each
// function compares two states: the last known one, in `shown_`, and the current one, which is
// passed in.
//
// If they differ, recipients see the difference. If they are equal although something has changed,
// it has changed back before the first change was processed. A device that read a list in between
// has seen the other state, but it is not known which devices did. So the current state is
// announced once more, as `repeated`. The code calls this case `in_doubt`.
//
// Example: ann is online, blocks bob and unblocks him at once. When the first change is processed,
// she is visible to bob before and after. If his device listed users during the block, it does not
// show her, and the repeated "online" corrects that.

namespace parley::core {
namespace {

/// Makes room for one more, so that the next insertion does not throw.
void make_room(std::vector<std::string>& uids) {
  if (uids.size() == uids.capacity()) uids.reserve(2 * uids.size() + 1);
}

/// If `uid` is inserted, there must be room for it.
void put(std::vector<std::string>& sorted, std::string&& uid, bool wanted) noexcept {
  const auto place = std::ranges::lower_bound(sorted, uid);
  const bool there = place != sorted.end() && *place == uid;
  if (wanted && !there) sorted.insert(place, std::move(uid));
  if (!wanted && there) sorted.erase(place);
}

void drop(std::vector<std::string>& sorted, const std::string& uid) noexcept {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), uid);
  sorted.erase(first, last);
}

VisibilityChange change_for_all(const VisibleUser& user, bool online) {
  return {online, {.role = user.role, .friends = user.friends, .hidden_from = user.hidden_from}};
}

bool concerns_blocks(RelationEvent what) {
  return what == RelationEvent::blocked || what == RelationEvent::unblocked;
}

// What `viewer` sees differently. Blocks concern all its subscriptions, friendships only those to
// friends. So its subscriptions can need opposite changes, and each direction has a
// VisibilityChange of its own. While both users block each other, nothing is in doubt, since either
// block alone hides the user. (This ignores that both blocks may have been lifted and restored
// meanwhile.)
std::vector<VisibilityChange> changes_for(const std::string& viewer, const std::string& role,
                                          RelationState before, RelationState after,
                                          RelationEvent what) {
  const bool blocks = concerns_blocks(what);
  const bool in_doubt =
      blocks ? before.hidden == after.hidden && !after.mutual : before.friends == after.friends;
  const bool seen_by_any = !after.hidden;
  const bool seen_by_friends = !after.hidden && after.friends;
  const bool any_changed = before.hidden != after.hidden;
  const bool friends_changed = (!before.hidden && before.friends) != seen_by_friends;
  std::vector<VisibilityChange> visibility_changes;
  for (const bool online : {false, true}) {
    const bool any = (any_changed || (in_doubt && blocks)) && seen_by_any == online;
    const bool friends = (friends_changed || in_doubt) && seen_by_friends == online;
    if (!any && !friends) continue;
    VisibilityChange visibility_change{online, {.all_users = any, .only = viewer}, in_doubt};
    if (any) visibility_change.recipients.role = role;
    if (friends) visibility_change.recipients.friends = {viewer};
    visibility_changes.push_back(std::move(visibility_change));
  }
  return visibility_changes;
}

}  // namespace

std::optional<VisibilityChange> Visibility::show(std::string_view app_id, std::string_view uid,
                                                 VisibleUser user) {
  if (shown_.contains(app_id, uid)) return std::nullopt;
  std::ranges::sort(user.hidden_from);
  std::ranges::sort(user.friends);
  auto visibility_change = change_for_all(user, true);
  auto& shown = shown_.try_emplace(app_id, uid, std::move(user)).first;
  try {
    for (const auto& other : shown.hidden_from) link(app_id, other, shown);
    for (const auto& other : shown.friends) link(app_id, other, shown);
  } catch (...) {
    static_cast<void>(take(app_id, uid, shown));
    throw;
  }
  return visibility_change;
}

std::optional<std::pair<VisibleUser, VisibilityChange>> Visibility::hide(std::string_view app_id,
                                                                         std::string_view uid) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return std::nullopt;
  auto visibility_change = change_for_all(*shown, false);
  return std::pair(take(app_id, uid, *shown), std::move(visibility_change));
}

std::vector<VisibilityChange> Visibility::relate(std::string_view app_id, std::string_view uid,
                                                 const std::string& other,
                                                 RelationState relation_state, RelationEvent what) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return {};
  auto& user = *shown;
  const auto& [hidden, mutual, friends] = relation_state;
  const RelationState before{.hidden = std::ranges::binary_search(user.hidden_from, other),
                             .friends = std::ranges::binary_search(user.friends, other)};
  auto visibility_changes = changes_for(other, user.role, before, relation_state, what);
  auto other_hidden = other;
  auto other_friend = other;
  if (hidden) make_room(user.hidden_from);
  if (friends) make_room(user.friends);
  if (hidden || friends) link(app_id, other, user);
  // Nothing below throws.
  put(user.hidden_from, std::move(other_hidden), hidden);
  put(user.friends, std::move(other_friend), friends);
  if (!hidden && !friends) unlink(app_id, other, user);
  return visibility_changes;
}

std::vector<RelationDifference> Visibility::differences(std::string_view app_id,
                                                        std::string_view uid,
                                                        std::vector<std::string> hidden_from,
                                                        std::vector<std::string> friends) {
  const auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return {};
  std::ranges::sort(hidden_from);
  std::ranges::sort(friends);
  std::vector<std::string> blocks;
  std::vector<std::string> friendships;
  std::ranges::set_symmetric_difference(shown->hidden_from, hidden_from,
                                        std::back_inserter(blocks));
  std::ranges::set_symmetric_difference(shown->friends, friends, std::back_inserter(friendships));
  std::vector<RelationDifference> differences;
  const auto add = [&](const std::string& other, RelationEvent begins, RelationEvent ends) {
    const RelationState state{.hidden = std::ranges::binary_search(hidden_from, other),
                              .friends = std::ranges::binary_search(friends, other)};
    const bool holds = begins == RelationEvent::blocked ? state.hidden : state.friends;
    differences.push_back({other, state, holds ? begins : ends});
  };
  for (const auto& other : blocks) add(other, RelationEvent::blocked, RelationEvent::unblocked);
  for (const auto& other : friendships) {
    if (!std::ranges::binary_search(blocks, other))  // Otherwise the block covers both.
      add(other, RelationEvent::befriended, RelationEvent::unfriended);
  }
  return differences;
}

void Visibility::forget(std::string_view app_id, const std::string& uid) noexcept {
  const auto* users = listed_by_.find(app_id, uid);
  if (users == nullptr) return;
  for (auto* user : *users) {
    drop(user->hidden_from, uid);
    drop(user->friends, uid);
  }
  listed_by_.erase(app_id, uid);
}

void Visibility::forget_app(std::string_view app_id) noexcept {
  listed_by_.erase_app(app_id);
  shown_.erase_app(app_id);
}

std::vector<VisibilityChange> Visibility::change(std::string_view app_id, std::string_view uid,
                                                 std::string name, std::string role,
                                                 bool role_changed) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return {};
  auto& user = *shown;
  std::vector<VisibilityChange> visibility_changes;
  const bool in_doubt = user.role == role;
  if (!in_doubt || role_changed) {
    // In doubt, the role was another one for a moment, but it is not known which. So subscribers to
    // any other role see the user go.
    VisibilityChange gone{
        false, {.all_users = false, .role = user.role, .hidden_from = user.hidden_from}, in_doubt};
    VisibilityChange come{
        true, {.all_users = false, .role = role, .hidden_from = user.hidden_from}, in_doubt};
    gone.recipients.except_role = role;
    gone.recipients.any_role = in_doubt;
    if (!in_doubt) come.recipients.except_role = user.role;
    visibility_changes.reserve(2);
    visibility_changes.push_back(std::move(gone));
    visibility_changes.push_back(std::move(come));
  }
  user.name = std::move(name);
  user.role = std::move(role);
  return visibility_changes;
}

/// Records that `other` is in a list of the user. It may be recorded already.
void Visibility::link(std::string_view app_id, const std::string& other, VisibleUser& user) {
  auto& users = listed_by_.try_emplace(app_id, other, {}).first;
  const auto place = std::ranges::lower_bound(users, &user);
  if (place != users.end() && *place == &user) return;
  try {
    users.insert(place, &user);
  } catch (...) {
    if (users.empty()) listed_by_.erase(app_id, other);
    throw;
  }
}

/// The opposite of link(). It may not be recorded.
void Visibility::unlink(std::string_view app_id, const std::string& other,
                        VisibleUser& user) noexcept {
  auto* users = listed_by_.find(app_id, other);
  if (users == nullptr) return;
  const auto [first, last] = std::equal_range(users->begin(), users->end(), &user, std::less<>{});
  users->erase(first, last);
  if (users->empty()) listed_by_.erase(app_id, other);
}

/// Removes a shown user and returns it.
VisibleUser Visibility::take(std::string_view app_id, std::string_view uid,
                             VisibleUser& user) noexcept {
  for (const auto& other : user.hidden_from) unlink(app_id, other, user);
  for (const auto& other : user.friends) unlink(app_id, other, user);
  auto taken = std::move(user);
  shown_.erase(app_id, uid);
  return taken;
}

}  // namespace parley::core
