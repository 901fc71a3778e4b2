// The sessions in memory, kept true by the event bus.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "core/event_bus.hpp"
#include "core/session/live.hpp"
#include "core/versioned_cache.hpp"

namespace parley::core {

/// Safe from any thread. What changed is forgotten before the caller who changed it is answered.
/// The sessions of a removed app stay until others take their place: whoever lets a session in
/// looks whether it belongs_to() the app.
///
/// A session holds a copy of its user. Users are numbered by change: a table of counters, which
/// uids share by their hash, is moved on by each change, and a session loaded under an older number
/// is loaded again. Sharing a counter costs an unneeded load, never a stale answer.
class SessionCache {
 public:
  /// What the state of session and user was before they were loaded.
  struct Ticket {
    std::uint64_t session;
    std::uint32_t user;
  };

  /// `capacity`: about how many sessions are kept.
  SessionCache(EventBus& bus, std::size_t capacity);

  /// nullptr when the session is not in memory, or its user has changed.
  [[nodiscard]] SessionPtr find(const crypto::Sha256& digest);

  /// Take it before the load. `uid` is what the token names.
  [[nodiscard]] Ticket ticket(const crypto::Sha256& digest, std::string_view uid);

  /// Keeps what was loaded, unless it has changed since the ticket was taken. `now`: to tell which
  /// last use counts, see LiveSession::continue_from().
  SessionPtr insert(Session session, AppEpoch app_epoch, User user, Ticket ticket, Time now);

 private:
  static constexpr std::size_t kUserVersions = 1U << 16;

  [[nodiscard]] std::atomic<std::uint32_t>& user_version(std::string_view uid) const;
  void forget(const Event& event);

  VersionedCache<crypto::Sha256, SessionPtr, crypto::Sha256Hash> sessions_;
  std::unique_ptr<std::atomic<std::uint32_t>[]> user_versions_;
};

}  // namespace parley::core
