#include "realtime/open_sockets.hpp"

#include "base/client_network.hpp"

namespace parley::realtime {

std::optional<OpenSockets::AddressSlot> OpenSockets::enter(std::string_view address) {
  if (!is_limited(address)) return AddressSlot();
  auto slot = addresses_.enter(client_number(address), limits_.per_address);
  if (!slot) return std::nullopt;
  return slot;
}

std::optional<OpenSockets::UserSlot> OpenSockets::enter(std::string_view app_id,
                                                        std::string_view uid) {
  if (limits_.per_user == 0) return UserSlot();
  auto slot = users_.enter({std::string(app_id), std::string(uid)}, limits_.per_user);
  if (!slot) return std::nullopt;
  return slot;
}

bool OpenSockets::is_limited(std::string_view address) const {
  return limits_.per_address > 0 && !http::is_in(limits_.unlimited_networks, address);
}

}  // namespace parley::realtime
