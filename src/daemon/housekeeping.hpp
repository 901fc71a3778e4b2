// What a server does from time to time. A step that fails, or throws, does not keep the others from
// being done; the answer is the first failure.
#pragma once

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"

namespace parley::daemon {

/// Writes down when keys, sessions and users were last active, and counts of failures.
[[nodiscard]] Task<Status> flush_activity(core::Domain& domain);

/// Takes users offline when their devices did not come back.
[[nodiscard]] Task<Status> advance_presence(core::Domain& domain);

/// Removes what ended long ago, a bounded piece at a time so that writes in between are not held
/// up.
[[nodiscard]] Task<Status> purge(core::Domain& domain);

/// Deletes what belonged to removed apps, and gives the users of removed roles another, where an
/// earlier process or a failure left some. Does a bounded piece of it and answers whether there may
/// be more.
[[nodiscard]] Task<Result<bool>> finish_removals(core::Domain& domain);

/// All of that, for a process in which nobody else waits.
[[nodiscard]] Task<Status> finish_all_removals(core::Domain& domain);

}  // namespace parley::daemon
