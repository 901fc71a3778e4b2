// Reads the audit logs, and forgets what is old. What is in them, the other services write in the
// transactions of their changes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/store.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// At most AuditQuery::limit events, the newest first. It can have fewer, even none, and still a
/// next page: the server stops after it has examined 200,000 events.
struct AuditPage {
  std::vector<AuditEvent> events;
  std::uint64_t next = 0;  ///< `before` of the next page; 0 = this is the last.
};

/// All errors: ERR_SERVICE_UNAVAILABLE, when the store fails.
class AuditService {
 public:
  explicit AuditService(Environment environment) : environment_(environment) {}

  /// A page of the log of an app, which may be gone; of the server's own if `app_id` is empty.
  /// `query.limit` is 1-1000; `query.most_examined` is per slice, of which a page has 20.
  Task<Result<AuditPage>> list(std::string app_id, AuditQuery query);

  /// Removes some of the events that are older than kAuditEventsKept. Answers whether there may be
  /// more. Call now and then.
  Task<Result<bool>> purge();

 private:
  Environment environment_;
};

}  // namespace parley::core
