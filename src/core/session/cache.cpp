#include "core/session/cache.hpp"

#include <functional>
#include <utility>

namespace parley::core {

SessionCache::SessionCache(EventBus& bus, std::size_t capacity)
    : sessions_(bus, capacity),
      last_changes_(std::make_unique<std::atomic<EventId>[]>(kUserEntries)) {
  bus.subscribe([this](const Event& event) { on_event(event); });
}

std::atomic<EventId>& SessionCache::last_change_of(std::string_view uid) const {
  return last_changes_[std::hash<std::string_view>{}(uid) % kUserEntries];
}

SessionPtr SessionCache::find(const crypto::Sha256& digest) {
  auto found = sessions_.find(digest);
  if (!found) return nullptr;
  const auto changed = last_change_of((*found)->session().uid).load(std::memory_order_acquire);
  return changed <= (*found)->as_of() ? std::move(*found) : nullptr;
}

SessionPtr SessionCache::insert(Session session, AppEpoch app_epoch, User user, AsOf as_of,
                                Time now) {
  const auto digest = session.digest;
  auto live =
      std::make_shared<CachedSession>(std::move(session), app_epoch, std::move(user), as_of.event);
  if (const auto earlier = sessions_.find(digest)) live->continue_from(**earlier, now);
  sessions_.insert(digest, live, as_of);
  return live;
}

void SessionCache::on_event(const Event& event) {
  switch (event.kind) {
    case EventKind::session_ended: sessions_.forget(event.digest, event.id); break;
    case EventKind::user_changed:
    case EventKind::user_active:
    case EventKind::user_deactivated:
    case EventKind::user_removed:
      last_change_of(event.uid).store(event.id, std::memory_order_release);
      break;
    case EventKind::events_missed: sessions_.clear(); break;
    case EventKind::app_changed:
    case EventKind::api_key_changed:
    case EventKind::relation_changed:
    case EventKind::session_started:
    case EventKind::session_opened: break;
  }
}

}  // namespace parley::core
