#include "core/session/cache.hpp"

#include <functional>
#include <utility>

namespace parley::core {

SessionCache::SessionCache(EventBus& bus, std::size_t capacity)
    : sessions_(capacity),
      user_versions_(std::make_unique<std::atomic<std::uint32_t>[]>(kUserVersions)) {
  bus.subscribe([this](const Event& event) { forget(event); });
}

std::atomic<std::uint32_t>& SessionCache::user_version(std::string_view uid) const {
  return user_versions_[std::hash<std::string_view>{}(uid) % kUserVersions];
}

SessionPtr SessionCache::find(const crypto::Sha256& digest) {
  auto found = sessions_.find(digest);
  if (!found) return nullptr;
  const auto version = user_version((*found)->session().uid).load(std::memory_order_acquire);
  return (*found)->user_version() == version ? std::move(*found) : nullptr;
}

SessionCache::Ticket SessionCache::ticket(const crypto::Sha256& digest, std::string_view uid) {
  return {sessions_.ticket(digest), user_version(uid).load(std::memory_order_acquire)};
}

SessionPtr SessionCache::insert(Session session, AppEpoch app_epoch, User user, Ticket ticket,
                                Time now) {
  const auto digest = session.digest;
  auto live =
      std::make_shared<CachedSession>(std::move(session), app_epoch, std::move(user), ticket.user);
  if (const auto earlier = sessions_.find(digest)) live->continue_from(**earlier, now);
  sessions_.insert(digest, live, ticket.session);
  return live;
}

void SessionCache::forget(const Event& event) {
  switch (event.kind) {
    case EventKind::session_ended: sessions_.forget(event.digest); break;
    case EventKind::user_changed:
    case EventKind::user_active:
    case EventKind::user_deactivated:
    case EventKind::user_removed:
      user_version(event.uid).fetch_add(1, std::memory_order_acq_rel);
      break;
    case EventKind::app_changed:
    case EventKind::api_key_changed:
    case EventKind::relation_changed:
    case EventKind::session_started: break;
  }
}

}  // namespace parley::core
