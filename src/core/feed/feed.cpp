#include "core/feed/feed.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace parley::core {
namespace {

/// What operators see of an event, if anything.
std::optional<FeedKind> feed_kind(const Event& event) {
  switch (event.kind) {
    case EventKind::session_started: return FeedKind::token_created;
    case EventKind::session_opened: return FeedKind::login;
    case EventKind::session_ended:
      return event.reason == EndReason::logout ? FeedKind::logout : FeedKind::session_ended;
    default: return std::nullopt;
  }
}

}  // namespace

Feed::Feed(Environment environment) : clock_(environment.clock) {
  environment.bus.subscribe([this](const Event& event) { on_event(event); });
}

void Feed::on_event(const Event& event) {
  if (event.kind == EventKind::app_changed && event.app_change != AppChangeKind::updated)
    forget(event);
  const auto kind = feed_kind(event);
  if (!kind) return;
  record({.kind = *kind,
          .app_id = event.app_id,
          .uid = event.uid,
          .session_id = event.session_id,
          .platform = event.platform,
          .address = event.address,
          .reason = event.reason});
}

/// Called when an app is removed, and when another is created with the same id: a failure of the
/// former that was recorded in between is not of the latter. The last id remains, for those who
/// watched the former.
void Feed::forget(const Event& event) {
  const std::lock_guard lock(mutex_);
  auto& events = apps_[event.app_id];
  events.kept.clear();
  if (event.app_change == AppChangeKind::removed) events.removed = event.app_epoch;
}

void Feed::record(FeedEvent event) {
  event.at = clock_.now();
  const std::lock_guard lock(mutex_);
  auto& [last_id, removed, kept] = apps_[event.app_id];
  // Its sockets close after it, and an app with the same id may exist by then.
  if (event.app_epoch != 0 && event.app_epoch <= removed) return;
  event.id = ++last_id;
  if (kept.size() == kKept) kept.pop_front();
  kept.push_back(std::move(event));
}

std::vector<FeedEvent> Feed::since(std::string_view app_id, std::uint64_t after,
                                   std::size_t limit) const {
  const std::lock_guard lock(mutex_);
  const auto found = apps_.find(app_id);
  if (found == apps_.end()) return {};
  const auto& kept = found->second.kept;
  const auto behind = std::ranges::upper_bound(kept, after, {}, &FeedEvent::id);
  const auto missed = std::max<std::ptrdiff_t>(
      0, std::distance(behind, kept.end()) - static_cast<std::ptrdiff_t>(limit));
  return {behind + missed, kept.end()};
}

}  // namespace parley::core
