#include "core/presence/presence.hpp"

#include <algorithm>

namespace parley::core {

/// The device must be one of the user.
void Presence::remove(State& state, DeviceNumber device, Moment last_seen) noexcept {
  state.devices.erase(std::ranges::find(state.devices, device));
  if (last_seen.steady > state.seen.steady) state.seen = last_seen;
}

Presence::Change Presence::connect(std::string_view app_id, std::string_view uid, Time created_at,
                                   DeviceNumber device, Time now) {
  const auto make_grace = [&] {
    std::list<Grace> one;
    one.push_back({std::string(app_id), std::string(uid)});
    return one;
  };
  if (auto* user = users_.find(app_id, uid)) {
    auto next_grace = user->lost ? make_grace() : std::list<Grace>();
    user->devices.push_back(device);
    user->next_grace.splice(user->next_grace.end(), next_grace);
    user->lost.reset();
    return std::nullopt;
  }
  PresenceChange change{std::string(app_id), std::string(uid), true, now, created_at};
  users_.try_emplace(app_id, uid, State{created_at, {device}, make_grace()});
  return change;
}

void Presence::drop(std::string_view app_id, std::string_view uid, DeviceNumber device, Moment now,
                    SteadyTime::duration silence) noexcept {
  auto* user = users_.find(app_id, uid);
  if (user == nullptr || std::ranges::count(user->devices, device) == 0) return;
  remove(*user, device, {now.time - silence, now.steady - silence});
  if (!user->devices.empty()) return;
  user->lost = user->next_grace.front().lost = now.steady;
  graces_.splice(graces_.end(), user->next_grace);
}

Presence::Change Presence::leave(std::string_view app_id, std::string_view uid, DeviceNumber device,
                                 Moment now) {
  auto* user = users_.find(app_id, uid);
  if (user == nullptr || std::ranges::count(user->devices, device) == 0) return std::nullopt;
  if (user->devices.size() == 1) return go_offline(app_id, uid, now.time);
  remove(*user, device, now);
  return std::nullopt;
}

Presence::Change Presence::forget(std::string_view app_id, std::string_view uid, Time now) {
  const auto* user = users_.find(app_id, uid);
  if (user == nullptr) return std::nullopt;
  return go_offline(app_id, uid, user->lost ? user->seen.time : now);
}

Presence::Change Presence::forget_other(std::string_view app_id, std::string_view uid,
                                        Time created_at, Time now) {
  const auto* user = users_.find(app_id, uid);
  if (user == nullptr || user->created_at == created_at) return std::nullopt;
  return forget(app_id, uid, now);
}

Presence::Change Presence::advance(SteadyTime now) {
  Change change;
  while (!change && !graces_.empty()) {
    const auto& grace = graces_.front();
    if (now - grace.lost < kGrace) break;
    const auto* user = users_.find(grace.app_id, grace.uid);
    if (user != nullptr && user->lost == grace.lost)
      change = go_offline(grace.app_id, grace.uid, user->seen.time);
    graces_.pop_front();
  }
  return change;
}

std::optional<SteadyTime> Presence::next_end() const {
  if (graces_.empty()) return std::nullopt;
  return graces_.front().lost + kGrace;
}

bool Presence::is_online(std::string_view app_id, std::string_view uid) const {
  return users_.contains(app_id, uid);
}

/// The user must be online.
PresenceChange Presence::go_offline(std::string_view app_id, std::string_view uid, Time at) {
  const auto created_at = users_.find(app_id, uid)->created_at;
  PresenceChange change{std::string(app_id), std::string(uid), false, at, created_at};
  users_.erase(app_id, uid);
  return change;
}

}  // namespace parley::core
