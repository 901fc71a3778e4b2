// How often each address has shown a key or sign-in link that is not valid, in bounded memory.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <boost/asio/ip/address.hpp>

#include "base/steady_clock.hpp"

namespace parley::http {

/// An address may fail `per_minute` times per minute; then it waits one minute, then two, doubling
/// up to fifteen. An IPv6 address counts as its /64. Memory is fixed: when it is full, the address
/// that failed longest ago is forgotten. Safe from any thread.
class FailedCredentials {
 public:
  /// `per_minute` = 0: nothing is counted. `capacity`: addresses remembered at once.
  FailedCredentials(const SteadyClock& clock, unsigned per_minute, std::size_t capacity = 16'384);
  ~FailedCredentials();

  /// Counts a failure of `address`. Answers how long it must wait; zero while it is within its
  /// limit. A failure during the wait does not lengthen it.
  [[nodiscard]] std::chrono::seconds record(const boost::asio::ip::address& address);

  /// Addresses remembered now.
  [[nodiscard]] std::size_t size() const;

 private:
  class Shard;
  static constexpr std::size_t kShards = 16;

  const SteadyClock& clock_;
  unsigned per_minute_;
  std::array<std::unique_ptr<Shard>, kShards> shards_;
};

}  // namespace parley::http
