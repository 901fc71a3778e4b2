// Limits the requests of each client address, in bounded memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/minute_window.hpp"
#include "base/steady_clock.hpp"
#include "base/window_table.hpp"

namespace parley::http {

/// Allows `per_minute` requests per minute from each address. IPv6 addresses are grouped by /64.
/// Loopback addresses are exempt, because a reverse proxy or a load test may be behind them. Memory
/// is fixed: when there is no room for a new address, one with few requests is forgotten and starts
/// again at zero (see WindowTable). Safe from any thread.
class AddressLimiter {
 public:
  /// `per_minute` = 0 disables the limit. `hash_key` must be random, so that an attacker cannot
  /// choose addresses that displace another. `capacity` is the number of addresses kept.
  AddressLimiter(const SteadyClock& clock, std::uint32_t per_minute, std::uint64_t hash_key,
                 std::size_t capacity = 65'536)
      : clock_(clock), per_minute_(per_minute), hash_key_(hash_key), windows_(capacity) {}

  /// Counts a request of `address`. Returns how long the address must wait, at most a minute, or
  /// nullopt while it is within the limit.
  [[nodiscard]] std::optional<std::chrono::seconds> count(std::string_view address);

  /// The number of addresses kept, including those whose minute is over.
  [[nodiscard]] std::size_t size() const { return windows_.size(); }

 private:
  const SteadyClock& clock_;
  const std::uint32_t per_minute_;
  const std::uint64_t hash_key_;
  WindowTable<MinuteWindow> windows_;
};

}  // namespace parley::http
