// How many requests each address makes, in bounded memory.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/steady_clock.hpp"

namespace parley::http {

/// An address may make `per_minute` requests per minute. An IPv6 address counts as its /64.
/// Loopback addresses are exempt: behind them may be a reverse proxy or a load test. Memory is
/// fixed: when it is full, the address that asked longest ago begins again. Safe from any thread.
class AddressLimiter {
 public:
  /// `per_minute` = 0: nothing is counted. `capacity`: addresses remembered at once.
  AddressLimiter(const SteadyClock& clock, std::uint32_t per_minute, std::size_t capacity = 65'536);
  ~AddressLimiter();
  AddressLimiter(const AddressLimiter&) = delete;
  AddressLimiter& operator=(const AddressLimiter&) = delete;

  /// Counts a request. Answers how long the address must wait, at most a minute; nullopt while it
  /// is within its limit.
  [[nodiscard]] std::optional<std::chrono::seconds> count(std::string_view address);

  /// Addresses remembered now.
  [[nodiscard]] std::size_t size() const;

 private:
  struct Shard;
  static constexpr std::size_t kShards = 64;

  const SteadyClock& clock_;
  std::uint32_t per_minute_;
  std::array<std::unique_ptr<Shard>, kShards> shards_;
};

}  // namespace parley::http
