// Limits how often an address may present an invalid key or sign-in link, in bounded memory.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <boost/asio/ip/address.hpp>

#include "base/steady_clock.hpp"

namespace parley::http {

/// An address may fail `per_minute` times per minute. Beyond that it must wait one minute; each
/// further wait is twice as long, up to 15 minutes. 15 minutes after the end of a wait, the next
/// one is one minute again. IPv6 addresses are grouped by /64. Memory is fixed: when it is full,
/// the address whose last failure is oldest is forgotten. Safe from any thread.
class FailedCredentials {
 public:
  /// `per_minute` = 0 disables the limit. `capacity` is the number of addresses kept.
  FailedCredentials(const SteadyClock& clock, unsigned per_minute, std::size_t capacity = 16'384);
  ~FailedCredentials();

  /// Counts a failure of `address`. Returns how long the address must wait; zero while it is within
  /// the limit. A failure during the wait does not extend it.
  [[nodiscard]] std::chrono::seconds record(const boost::asio::ip::address& address);

  /// The number of addresses kept.
  [[nodiscard]] std::size_t size() const;

 private:
  class Shard;
  static constexpr std::size_t kShards = 16;

  const SteadyClock& clock_;
  unsigned per_minute_;
  std::array<std::unique_ptr<Shard>, kShards> shards_;
};

}  // namespace parley::http
