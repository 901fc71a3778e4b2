#include "core/audit/service.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parley::core {
namespace {

constexpr std::uint32_t kPurgedAtOnce = 1000;

/// Each slice is a separate read, so that other readers get their turn in between.
constexpr int kMostSlices = 20;

}  // namespace

Task<Result<AuditPage>> AuditService::list(std::string app_id, AuditQuery query) {
  const auto limit = query.limit;
  AuditPage page;
  for (int i = 0; i < kMostSlices; ++i) {
    // One more than fits shows whether there is a next page.
    query.limit = limit + 1 - static_cast<std::uint32_t>(page.events.size());
    auto slice = co_await environment_.store.walk(
        [&](Transaction& transaction, WalkPermit permit) -> Result<AuditSlice> {
          return transaction.audit().list(permit, app_id, query);
        });
    if (!slice) co_return slice.error();
    std::ranges::move(slice->events, std::back_inserter(page.events));
    if (page.events.size() > limit) {
      page.events.pop_back();
      page.next = page.events.back().sequence;
      break;
    }
    page.next = query.before = slice->next;
    if (page.next == 0) break;
  }
  co_return page;
}

Task<Result<bool>> AuditService::purge() {
  const auto before = environment_.clock.now() - kAuditEventsKept;
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<bool> {
    return transaction.audit().purge(before, kPurgedAtOnce) == kPurgedAtOnce;
  });
}

}  // namespace parley::core
