// Reads the audit logs and deletes old events. The other services write the events, in the
// transactions of their changes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/store.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// At most AuditQuery::limit events, newest first. There can be fewer, even none, and still a next
/// page: a call examines at most 200,000 events.
struct AuditPage {
  std::vector<AuditEvent> events;
  std::uint64_t next = 0;  ///< `before` of the next page; 0 = this is the last.
};

/// The only error is ERR_SERVICE_UNAVAILABLE, if the store fails.
class AuditService {
 public:
  explicit AuditService(Environment environment) : environment_(environment) {}

  /// A page of the log of an app, which may have been removed; of the server's own log if `app_id`
  /// is empty. `query.limit` must be 1-1000. `query.most_examined` applies to each of the 20 slices
  /// in which a page is read.
  Task<Result<AuditPage>> list(std::string app_id, AuditQuery query);

  /// Removes some of the events that are older than kAuditEventsKept. Returns whether there may be
  /// more. Call it periodically.
  Task<Result<bool>> purge();

 private:
  Environment environment_;
};

}  // namespace parley::core
