// The event bus: notifies the nodes, including this one, of committed changes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "crypto/digest.hpp"

namespace parley::core {

enum class EventKind : std::uint8_t {
  app_changed,       ///< See `app_change`; `app_epoch` distinguishes apps with the same id.
  api_key_changed,   ///< Updated or removed; `digest` identifies it.
  user_changed,      ///< Created, updated or reactivated; `uid` identifies it.
  user_active,       ///< Made a session call, or the device of a session changed; see `uid`.
  user_deactivated,  ///< `uid` identifies it.
  user_removed,      ///< With all its relations; `uid` identifies it.
  session_started,   ///< `session_id` identifies the session, `uid` the user.
  session_ended,     ///< `digest` identifies its token, `session_id` the session, `uid` the user.
  relation_changed,  ///< `uid` did what `relation` says to `other_uid`.
};

/// What one user did to another.
enum class RelationEvent : std::uint8_t { none, blocked, unblocked, befriended, unfriended };

/// What happened to an app.
enum class AppChangeKind : std::uint8_t { created, updated, removed };

/// Why a session ended, as reported to its device.
enum class EndReason : std::uint8_t { none, logout, revoked, expired, deactivated, deleted, limit };

struct Event {
  EventKind kind;
  std::string app_id;
  std::string uid = {};
  std::string session_id = {};
  crypto::Sha256 digest = {};
  EndReason reason = EndReason::none;
  std::string other_uid = {};
  RelationEvent relation = RelationEvent::none;
  bool role_changed = false;                          ///< For user_changed.
  std::uint64_t app_epoch = 0;                        ///< For app_changed.
  AppChangeKind app_change = AppChangeKind::updated;  ///< For app_changed.
  std::string platform = {};                          ///< For session_started.
  std::string address = {};  ///< For session_started: the IP address of the login request.
};

class EventBus {
 public:
  virtual ~EventBus() = default;

  using Handler = std::function<void(const Event&)>;

  /// Registers a handler. It is called on the publishing thread, so it must be quick and
  /// thread-safe. Call this before the first publish(). Handlers cannot be removed.
  virtual void subscribe(Handler handler) = 0;

  /// Calls every handler. When this returns, the handlers of this node have run: a caller that
  /// publishes before it answers its client never shows a client the state before the change. Call
  /// it after the commit. It does not throw: exceptions of handlers are logged, and the other
  /// handlers still run.
  virtual void publish(const Event& event) noexcept = 0;
};

}  // namespace parley::core
