#include "daemon/housekeeping.hpp"

#include <exception>
#include <string>
#include <utility>

namespace parley::daemon {
namespace {

/// What the task answers; ERR_EXCEPTION when it throws.
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

Task<Status> advance_presence(core::Domain& domain) {
  domain.presence.advance();
  co_return Status{};
}

Task<Status> purge(core::Domain& domain) {
  auto done = co_await attempt(purge_sessions_and_events(domain));
  done = first_failure(done, co_await attempt(domain.statistics.purge()));
  done = first_failure(done, co_await attempt(domain.failures.purge()));
  co_return first_failure(done, co_await attempt(domain.admin_sessions.purge()));
}

}  // namespace parley::daemon
