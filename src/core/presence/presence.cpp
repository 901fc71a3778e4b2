#include "core/presence/presence.hpp"

#include <algorithm>

namespace parley::core {

bool Presence::remove(State& state, DeviceNumber device) {
  const auto found = std::find(state.devices.begin(), state.devices.end(), device);
  if (found == state.devices.end()) return false;
  state.devices.erase(found);
  return true;
}

Presence::Change Presence::connect(std::string_view app_id, std::string_view uid, Time created_at,
                                   DeviceNumber device, Time now) {
  const auto [user, is_first] = users_.try_emplace(Key(app_id, uid), State{created_at});
  user->second.devices.push_back(device);
  user->second.lost_at = kNever;
  if (!is_first) return std::nullopt;
  return PresenceChange{user->first.first, user->first.second, true, now, created_at};
}

void Presence::drop(std::string_view app_id, std::string_view uid, DeviceNumber device, Time now) {
  const auto user = users_.find(Key(app_id, uid));
  if (user == users_.end() || !remove(user->second, device)) return;
  if (!user->second.devices.empty()) return;
  user->second.lost_at = now;
  graces_.push_back({user->first, now});
}

Presence::Change Presence::leave(std::string_view app_id, std::string_view uid, DeviceNumber device,
                                 Time now) {
  const auto user = users_.find(Key(app_id, uid));
  if (user == users_.end() || !remove(user->second, device)) return std::nullopt;
  if (!user->second.devices.empty()) return std::nullopt;
  return go_offline(user, now);
}

Presence::Change Presence::forget(std::string_view app_id, std::string_view uid, Time now) {
  const auto user = users_.find(Key(app_id, uid));
  if (user == users_.end()) return std::nullopt;
  const auto lost_at = user->second.lost_at;
  return go_offline(user, lost_at == kNever ? now : lost_at);
}

std::vector<PresenceChange> Presence::advance(Time now) {
  std::vector<PresenceChange> changes;
  while (!graces_.empty()) {
    const auto& grace = graces_.front();
    const auto waited = now - grace.lost_at;
    // The time of day may be set back: then nobody has to wait for it to come round again.
    if (waited < kGrace && waited >= Time::duration::zero()) break;
    const auto user = users_.find(grace.key);
    if (user != users_.end() && user->second.lost_at == grace.lost_at)
      changes.push_back(go_offline(user, grace.lost_at));
    graces_.pop_front();
  }
  return changes;
}

bool Presence::is_online(std::string_view app_id, std::string_view uid) const {
  return users_.contains(Key(app_id, uid));
}

PresenceChange Presence::go_offline(Users::iterator user, Time at) {
  PresenceChange change{user->first.first, user->first.second, false, at, user->second.created_at};
  users_.erase(user);
  return change;
}

}  // namespace parley::core
