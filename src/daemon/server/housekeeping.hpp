// The periodic work of a server.
#pragma once

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"

namespace parley::daemon {

/// Writes to the store when keys, sessions and users were last active, and the counts of failures.
/// Every step runs, even if another fails or throws. Returns the first failure.
[[nodiscard]] Task<Status> flush_activity(core::Domain& domain);

/// Removes old data, such as ended sessions, in bounded pieces, so that other writes are not held
/// up. Every step runs, even if another fails or throws. Returns the first failure.
[[nodiscard]] Task<Status> purge(core::Domain& domain);

/// Continues removals that are not complete: deletes the data of removed apps, and gives the users
/// of removed roles another role. Does a bounded part of it and returns whether there may be more.
/// Stops at the first failure.
[[nodiscard]] Task<Result<bool>> finish_removals(core::Domain& domain);

/// Calls finish_removals() until nothing is left. For a process in which no other work waits.
[[nodiscard]] Task<Status> finish_all_removals(core::Domain& domain);

}  // namespace parley::daemon
