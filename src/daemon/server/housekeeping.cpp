#include "daemon/server/housekeeping.hpp"

#include <exception>
#include <string>
#include <utility>

namespace parley::daemon {
namespace {

/// Few, because a stopping server waits for them.
constexpr int kStepsAtOnce = 8;

/// Runs the task. A std::exception becomes ERR_EXCEPTION.
Task<Status> attempt(Task<Status> task) {
  std::string bug;
  try {
    co_return co_await std::move(task);
  } catch (const std::exception& exception) {
    bug = exception.what();
  }
  auto error = make_error(ErrorCode::kErrException);
  error->internal = std::move(bug);
  co_return error;
}

Status first_failure(Status earlier, Status later) { return earlier ? later : earlier; }

Task<Status> purge_sessions_and_events(core::Domain& domain) {
  for (bool more = true; more;) {
    const auto sessions = co_await domain.sessions.purge();
    if (!sessions) co_return sessions.error();
    const auto events = co_await domain.audit.purge();
    if (!events) co_return events.error();
    more = *sessions || *events;
  }
  co_return Status{};
}

}  // namespace

Task<Status> flush_activity(core::Domain& domain) {
  auto done = co_await attempt(domain.api_keys.flush_activity());
  done = first_failure(done, co_await attempt(domain.sessions.flush_activity()));
  co_return first_failure(done, co_await attempt(domain.failures.flush()));
}

Task<Status> purge(core::Domain& domain) {
  auto done = co_await attempt(purge_sessions_and_events(domain));
  done = first_failure(done, co_await attempt(domain.statistics.purge()));
  done = first_failure(done, co_await attempt(domain.failures.purge()));
  co_return first_failure(done, co_await attempt(domain.admin_sessions.purge()));
}

Task<Result<bool>> finish_removals(core::Domain& domain) {
  bool more = true;
  for (int step = 0; more && step < kStepsAtOnce; ++step) {
    const auto roles = co_await domain.roles.finish_removals();
    if (!roles) co_return roles.error();
    const auto apps = co_await domain.apps.finish_removals();
    if (!apps) co_return apps.error();
    more = *roles || *apps;
  }
  co_return more;
}

Task<Status> finish_all_removals(core::Domain& domain) {
  for (;;) {
    const auto more = co_await finish_removals(domain);
    if (!more) co_return more.error();
    if (!*more) co_return Status{};
  }
}

}  // namespace parley::daemon
