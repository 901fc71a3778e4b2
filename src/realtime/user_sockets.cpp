#include "realtime/user_sockets.hpp"

#include "base/client_network.hpp"

namespace parley::realtime {

std::optional<UserSockets::Slots> UserSockets::enter(std::string_view app_id, std::string_view uid,
                                                     std::string_view address) {
  Slots slots;
  if (limits_.per_user > 0) {
    slots.user = users_.enter({std::string(app_id), std::string(uid)}, limits_.per_user);
    if (!slots.user) return std::nullopt;
  }
  if (is_limited(address)) {
    slots.address = addresses_.enter(client_number(address), limits_.per_address);
    if (!slots.address) return std::nullopt;
  }
  return slots;
}

bool UserSockets::is_limited(std::string_view address) const {
  return limits_.per_address > 0 && !http::is_in(limits_.unlimited_networks, address);
}

}  // namespace parley::realtime
