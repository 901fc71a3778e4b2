// A cache of sessions, kept up to date by the event bus.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/event/bus.hpp"
#include "core/session/cached_session.hpp"
#include "core/versioned_cache.hpp"

namespace parley::core {

/// Safe from any thread. A changed session is dropped before the caller that changed it gets its
/// answer. Sessions of a removed app stay until they are evicted, so callers must check
/// belongs_to().
///
/// A session holds a copy of its user. To notice changes of users, there is a fixed table of the
/// last event per hash of the uid, and a session that is older than that is loaded again. Users
/// that share an entry cause unneeded loads, never stale answers.
class SessionCache {
 public:
  /// `bus` must outlive the cache. `capacity`: about how many sessions are kept.
  SessionCache(EventBus& bus, std::size_t capacity);

  /// nullptr if the session is not in memory, or its user has changed.
  [[nodiscard]] SessionPtr find(const crypto::Sha256& digest);

  /// Returns the session as it was loaded, and caches it unless it has changed since `as_of`. `now`
  /// is for CachedSession::continue_from().
  SessionPtr insert(Session session, AppEpoch app_epoch, User user, AsOf as_of, Time now);

 private:
  static constexpr std::size_t kUserEntries = 1U << 16;

  [[nodiscard]] std::atomic<EventId>& last_change_of(std::string_view uid) const;
  void on_event(const Event& event);

  VersionedCache<crypto::Sha256, SessionPtr, crypto::Sha256Hash> sessions_;
  std::unique_ptr<std::atomic<EventId>[]> last_changes_;  ///< By hash of the uid.
};

}  // namespace parley::core
