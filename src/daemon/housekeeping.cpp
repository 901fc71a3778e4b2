#include "daemon/housekeeping.hpp"

namespace parley::daemon {

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

}  // namespace parley::daemon
