#include "http/address_limiter.hpp"

#include "base/client_network.hpp"
#include "base/keyed_hash.hpp"

namespace parley::http {

std::optional<std::chrono::seconds> AddressLimiter::count(std::string_view address) {
  if (per_minute_ == 0 || is_this_machine(address)) return std::nullopt;
  const auto hash = keyed_hash(client_number(address), hash_key_);
  const auto now = clock_.now();
  return windows_.use(hash, now, [&](MinuteWindow& window) -> std::optional<std::chrono::seconds> {
    if (window.admit(per_minute_, now)) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(window.left(now));
  });
}

}  // namespace parley::http
