// A cache of sessions, kept up to date by the event bus.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/event_bus.hpp"
#include "core/session/cached_session.hpp"
#include "core/versioned_cache.hpp"

namespace parley::core {

/// Safe from any thread. A changed session is dropped before the caller that changed it gets its
/// answer. Sessions of a removed app stay until they are evicted, so callers must check
/// belongs_to().
///
/// A session holds a copy of its user. To notice changes of users, there is a fixed table of
/// version counters, indexed by a hash of the uid. Each change of a user increments its counter,
/// and a session that was loaded with an older version is loaded again. Users that share a counter
/// cause unneeded loads, never stale answers.
class SessionCache {
 public:
  /// The versions of session and user before they are loaded.
  struct Ticket {
    std::uint64_t session;
    std::uint32_t user;
  };

  /// `capacity`: about how many sessions are kept.
  SessionCache(EventBus& bus, std::size_t capacity);

  /// nullptr if the session is not in memory, or its user has changed.
  [[nodiscard]] SessionPtr find(const crypto::Sha256& digest);

  /// Take it before loading. `uid`: the one in the token.
  [[nodiscard]] Ticket ticket(const crypto::Sha256& digest, std::string_view uid);

  /// Returns the loaded session, and caches it unless it has changed since the ticket was taken.
  /// `now` is for CachedSession::continue_from().
  SessionPtr insert(Session session, AppEpoch app_epoch, User user, Ticket ticket, Time now);

 private:
  static constexpr std::size_t kUserVersions = 1U << 16;

  [[nodiscard]] std::atomic<std::uint32_t>& user_version(std::string_view uid) const;
  void forget(const Event& event);

  VersionedCache<crypto::Sha256, SessionPtr, crypto::Sha256Hash> sessions_;
  std::unique_ptr<std::atomic<std::uint32_t>[]> user_versions_;
};

}  // namespace parley::core
