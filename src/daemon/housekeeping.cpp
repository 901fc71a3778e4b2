#include "daemon/housekeeping.hpp"

namespace parley::daemon {
namespace {

/// A server that stops waits for them.
constexpr int kStepsAtOnce = 8;

}  // namespace

Task<Status> flush_activity(core::Domain& domain) {
  auto keys = co_await domain.api_keys.flush_activity();
  auto sessions = co_await domain.sessions.flush_activity();
  auto failures = co_await domain.failures.flush();
  if (!keys) co_return keys;
  co_return sessions ? failures : sessions;
}

Task<Status> advance_presence(core::Domain& domain) {
  domain.presence.advance();
  co_return Status{};
}

Task<Status> purge(core::Domain& domain) {
  for (bool more = true; more;) {
    const auto sessions = co_await domain.sessions.purge();
    if (!sessions) co_return sessions.error();
    const auto events = co_await domain.audit.purge();
    if (!events) co_return events.error();
    more = *sessions || *events;
  }
  if (auto purged = co_await domain.statistics.purge(); !purged) co_return purged;
  if (auto purged = co_await domain.failures.purge(); !purged) co_return purged;
  co_return co_await domain.admin_sessions.purge();
}

Task<Result<bool>> finish_removals(core::Domain& domain) {
  bool more = true;
  for (int step = 0; more && step < kStepsAtOnce; ++step) {
    const auto roles = co_await domain.roles.finish_removals();
    if (!roles) co_return roles;
    const auto apps = co_await domain.apps.finish_removals();
    if (!apps) co_return apps;
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
