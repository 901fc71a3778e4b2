// How many requests each address makes, in bounded memory.
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

/// An address may make `per_minute` requests per minute. An IPv6 address counts as its /64.
/// Loopback addresses are exempt: behind them may be a reverse proxy or a load test. Memory is
/// fixed: among more addresses than it remembers, some of those with the fewest requests begin
/// again (see WindowTable). Safe from any thread.
class AddressLimiter {
 public:
  /// `per_minute` = 0: nothing is counted. `hash_key`: random, so that nobody can choose addresses
  /// that share a place with others. `capacity`: addresses remembered at once.
  AddressLimiter(const SteadyClock& clock, std::uint32_t per_minute, std::uint64_t hash_key,
                 std::size_t capacity = 65'536)
      : clock_(clock), per_minute_(per_minute), hash_key_(hash_key), windows_(capacity) {}

  /// Counts a request. Answers how long the address must wait, at most a minute; nullopt while it
  /// is within its limit.
  [[nodiscard]] std::optional<std::chrono::seconds> count(std::string_view address);

  /// Addresses remembered now.
  [[nodiscard]] std::size_t size() const { return windows_.size(); }

 private:
  const SteadyClock& clock_;
  const std::uint32_t per_minute_;
  const std::uint64_t hash_key_;
  WindowTable<MinuteWindow> windows_;
};

}  // namespace parley::http
