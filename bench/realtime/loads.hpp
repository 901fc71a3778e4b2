// What is done to the server. Each load talks with the script, and throws when it cannot go on.
#pragma once

#include <chrono>
#include <cstddef>

#include "script.hpp"
#include "swarm.hpp"

namespace parley::bench {

/// Connections that do nothing: point `warm` with the first `uncounted`, `idle` with all of them.
Task<void> load_idle(asio::io_context& context, Swarm& swarm, Script& script,
                     std::size_t uncounted);

struct PresenceLoad {
  std::size_t subscribers;        ///< Of each role.
  double changes_per_second;      ///< Of all users together.
  std::chrono::seconds measured;  ///< Between the points `begin` and `end`.
};

/// The first accounts subscribe to their role and stay connected: `subscribers` of each role, role
/// by role. The others are changing-0, changing-1 ..., as many of each role, in the order of the
/// roles; they come and go at fixed times, whatever the server does. Points `connected`, `begin`
/// and `end`; reports a Tally.
Task<void> load_presence(asio::io_context& context, Swarm& swarm, Script& script,
                         PresenceLoad load);

/// Point `connected`; the script then kills the server, and starts it again. Once all connections
/// are lost and the server listens, all clients connect at the same time, again and again until
/// they are in. Reports `seconds` from the first moment that it listened, and `errors`: attempts
/// that failed.
Task<void> load_reconnect(asio::io_context& context, Swarm& swarm, Script& script);

}  // namespace parley::bench
