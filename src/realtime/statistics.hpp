// What the realtime connections report to whoever counts.
#pragma once

#include <atomic>
#include <cstdint>

namespace parley::realtime {

/// Changed and read by any thread.
struct Statistics {
  std::atomic<std::int64_t> sockets = 0;        ///< Open now.
  std::atomic<std::int64_t> authenticated = 0;  ///< Of these.
  std::atomic<std::uint64_t> refused = 0;       ///< Sockets whose credential was refused.
  std::atomic<std::uint64_t> received = 0;      ///< Messages of clients.
  std::atomic<std::uint64_t> presence_sent = 0;
  std::atomic<std::uint64_t> presence_dropped = 0;  ///< For readers that are too slow.
  std::atomic<std::uint64_t> violations = 0;        ///< Sockets closed for what they sent.
};

}  // namespace parley::realtime
