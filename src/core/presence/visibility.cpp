#include "core/presence/visibility.hpp"

#include <algorithm>

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

void put(std::vector<std::string>& sorted, const std::string& uid, bool wanted) {
  const auto place = std::lower_bound(sorted.begin(), sorted.end(), uid);
  const bool there = place != sorted.end() && *place == uid;
  if (wanted && !there) sorted.insert(place, uid);
  if (!wanted && there) sorted.erase(place);
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
  std::sort(user.hidden_from.begin(), user.hidden_from.end());
  std::sort(user.friends.begin(), user.friends.end());
  const auto [shown, is_new] = shown_.try_emplace(app_id, uid, std::move(user));
  if (!is_new) return std::nullopt;
  return change_for_all(shown, true);
}

std::optional<std::pair<VisibleUser, VisibilityChange>> Visibility::hide(std::string_view app_id,
                                                                         std::string_view uid) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return std::nullopt;
  auto user = std::move(*shown);
  shown_.erase(app_id, uid);
  auto visibility_change = change_for_all(user, false);
  return std::pair(std::move(user), std::move(visibility_change));
}

std::vector<VisibilityChange> Visibility::relate(std::string_view app_id, std::string_view uid,
                                                 const std::string& other,
                                                 RelationState relation_state, RelationEvent what) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return {};
  auto& user = *shown;
  const RelationState before{.hidden = std::ranges::binary_search(user.hidden_from, other),
                             .friends = std::ranges::binary_search(user.friends, other)};
  put(user.hidden_from, other, relation_state.hidden);
  put(user.friends, other, relation_state.friends);
  return changes_for(other, user.role, before, relation_state, what);
}

void Visibility::forget(std::string_view app_id, const std::string& uid) {
  shown_.for_each_of(app_id, [&](VisibleUser& user) {
    put(user.hidden_from, uid, false);
    put(user.friends, uid, false);
  });
}

std::vector<VisibilityChange> Visibility::change(std::string_view app_id, std::string_view uid,
                                                 std::string name, std::string role,
                                                 bool role_changed) {
  auto* shown = shown_.find(app_id, uid);
  if (shown == nullptr) return {};
  auto& user = *shown;
  user.name = std::move(name);
  const auto before = std::exchange(user.role, role);
  const bool in_doubt = before == role;
  if (in_doubt && !role_changed) return {};
  // In doubt, the role was another one for a moment, but it is not known which. So subscribers to
  // any other role see the user go.
  VisibilityChange gone{
      false, {.all_users = false, .role = before, .hidden_from = user.hidden_from}, in_doubt};
  VisibilityChange come{
      true, {.all_users = false, .role = role, .hidden_from = user.hidden_from}, in_doubt};
  gone.recipients.except_role = role;
  gone.recipients.any_role = in_doubt;
  if (!in_doubt) come.recipients.except_role = before;
  return {std::move(gone), std::move(come)};
}

}  // namespace parley::core
