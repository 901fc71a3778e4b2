#include "core/audit/service.hpp"

namespace parley::core {
namespace {

constexpr std::uint32_t kPurgedAtOnce = 1000;

}  // namespace

Task<Result<AuditPage>> AuditService::list(std::string app_id, AuditQuery query) {
  const auto limit = query.limit++;  // One more tells whether there is a next page.
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<AuditPage> {
    AuditPage page{.events = transaction.audit().list(app_id, query)};
    if (page.events.size() > limit) {
      page.events.pop_back();
      page.next = page.events.back().sequence;
    }
    return page;
  });
}

Task<Result<bool>> AuditService::purge() {
  const auto before = environment_.clock.now() - kAuditEventsKept;
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<bool> {
    return transaction.audit().purge(before, kPurgedAtOnce) == kPurgedAtOnce;
  });
}

}  // namespace parley::core
