// The loads put on the server. Each communicates with the script, and throws if it cannot continue.
#pragma once

#include <chrono>
#include <cstddef>

#include "script.hpp"
#include "swarm.hpp"

namespace parley::bench {

/// Opens connections that do nothing. Reaches point `warm` once the first `uncounted` are open, and
/// `idle` once all are open and have settled.
Task<void> load_idle(asio::io_context& context, Swarm& swarm, Script& script,
                     std::size_t uncounted);

struct PresenceLoad {
  std::size_t subscribers;        ///< Per role.
  double changes_per_second;      ///< Across all users.
  std::chrono::seconds measured;  ///< Between the points `begin` and `end`.
};

/// The first accounts, `subscribers` per role and ordered by role, subscribe to their role and stay
/// connected. The others, changing-0, changing-1 and so on, are the same number for each role and
/// in the same order of roles. They go online and offline at fixed times, whatever the server does.
/// Reaches the points `connected`, `begin` and `end`, then reports a Tally.
Task<void> load_presence(asio::io_context& context, Swarm& swarm, Script& script,
                         PresenceLoad load);

/// Reaches point `connected`; the script then kills the server and restarts it. Once all
/// connections are lost and the server listens, all clients connect at the same time and retry
/// until they are logged in. Reports `clients`, `seconds` from when the server listened until all
/// were logged in, and `errors`, the number of failed attempts. Then reaches point `back`.
Task<void> load_reconnect(asio::io_context& context, Swarm& swarm, Script& script);

}  // namespace parley::bench
