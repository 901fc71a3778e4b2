#include "core/presence/visibility.hpp"

#include <algorithm>

namespace parley::core {
namespace {

bool contains(const std::vector<std::string>& sorted, const std::string& uid) {
  return std::binary_search(sorted.begin(), sorted.end(), uid);
}

void put(std::vector<std::string>& sorted, const std::string& uid, bool wanted) {
  const auto place = std::lower_bound(sorted.begin(), sorted.end(), uid);
  const bool there = place != sorted.end() && *place == uid;
  if (wanted && !there) sorted.insert(place, uid);
  if (!wanted && there) sorted.erase(place);
}

Turn turn_for_all(const ShownUser& user, bool online) {
  return {online, {.role = user.role, .friends = user.friends, .hidden_from = user.hidden_from}};
}

// What one user sees differently, by the kind of its subscription.
std::vector<Turn> turns_for(const std::string& viewer, const std::string& role, Standing before,
                            Standing after) {
  const bool by_any_before = !before.hidden;
  const bool by_any_after = !after.hidden;
  const bool by_friends_before = !before.hidden && before.friends;
  const bool by_friends_after = !after.hidden && after.friends;
  std::vector<Turn> turns;
  for (const bool online : {false, true}) {
    const bool any = by_any_before != by_any_after && by_any_after == online;
    const bool friends = by_friends_before != by_friends_after && by_friends_after == online;
    if (!any && !friends) continue;
    Turn turn{online, {.all_users = any, .only = viewer}};
    if (any) turn.recipients.role = role;
    if (friends) turn.recipients.friends = {viewer};
    turns.push_back(std::move(turn));
  }
  return turns;
}

}  // namespace

std::optional<Turn> Visibility::show(std::string_view app_id, std::string_view uid,
                                     ShownUser user) {
  std::sort(user.hidden_from.begin(), user.hidden_from.end());
  std::sort(user.friends.begin(), user.friends.end());
  const auto [shown, is_new] = shown_.try_emplace(Key(app_id, uid), std::move(user));
  if (!is_new) return std::nullopt;
  return turn_for_all(shown->second, true);
}

std::optional<std::pair<ShownUser, Turn>> Visibility::hide(std::string_view app_id,
                                                           std::string_view uid) {
  const auto shown = shown_.find(Key(app_id, uid));
  if (shown == shown_.end()) return std::nullopt;
  auto user = std::move(shown->second);
  shown_.erase(shown);
  auto turn = turn_for_all(user, false);
  return std::pair(std::move(user), std::move(turn));
}

std::vector<Turn> Visibility::relate(std::string_view app_id, std::string_view uid,
                                     const std::string& other, Standing standing) {
  const auto shown = shown_.find(Key(app_id, uid));
  if (shown == shown_.end()) return {};
  auto& user = shown->second;
  const Standing before{contains(user.hidden_from, other), contains(user.friends, other)};
  put(user.hidden_from, other, standing.hidden);
  put(user.friends, other, standing.friends);
  return turns_for(other, user.role, before, standing);
}

std::vector<Turn> Visibility::change(std::string_view app_id, std::string_view uid,
                                     std::string name, std::string role) {
  const auto shown = shown_.find(Key(app_id, uid));
  if (shown == shown_.end()) return {};
  auto& user = shown->second;
  user.name = std::move(name);
  const auto before = std::exchange(user.role, role);
  if (before == role) return {};
  const auto move = [&](bool online, const std::string& to, const std::string& from) {
    return Turn{
        online,
        {.all_users = false, .role = to, .hidden_from = user.hidden_from, .except_role = from}};
  };
  return {move(false, before, role), move(true, role, before)};
}

}  // namespace parley::core
