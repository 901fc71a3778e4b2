// Metrics of the realtime connections.
#pragma once

#include <atomic>
#include <cstdint>

namespace parley::realtime {

/// Safe from any thread.
struct SocketCounters {
  std::atomic<std::int64_t> sockets = 0;            ///< Open now.
  std::atomic<std::int64_t> authenticated = 0;      ///< Logged in now.
  std::atomic<std::uint64_t> refused = 0;           ///< Sockets whose login was refused.
  std::atomic<std::uint64_t> received = 0;          ///< Messages from clients.
  std::atomic<std::uint64_t> presence_sent = 0;     ///< Frames queued.
  std::atomic<std::uint64_t> presence_dropped = 0;  ///< Times a reader was too slow.
  std::atomic<std::uint64_t> violations = 0;        ///< Sockets closed because of what they sent.
};

}  // namespace parley::realtime
