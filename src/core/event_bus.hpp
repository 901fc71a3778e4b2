// The event bus: what a node tells the others (and itself) after a committed change.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "crypto/digest.hpp"

namespace parley::core {

enum class EventKind : std::uint8_t {
  app_changed,       ///< `app_change` says how; `app_epoch` tells it from others of the same id.
  api_key_changed,   ///< Updated or removed; `digest` names it.
  user_changed,      ///< Created, or its profile, role or activation; `uid` names it.
  user_active,       ///< It was used, or the device of a session of it changed; `uid` names it.
  user_deactivated,  ///< `uid` names it.
  user_removed,      ///< With all its relations; `uid` names it.
  session_started,   ///< `session_id` names the session, `uid` the user.
  session_ended,     ///< `digest` names its token, `session_id` the session, `uid` the user.
  relation_changed,  ///< `uid` did what `relation` says to `other_uid`.
};

/// What one user did to another.
enum class RelationEvent : std::uint8_t { none, blocked, unblocked, befriended, unfriended };

/// What happened to an app.
enum class AppChangeKind : std::uint8_t { created, updated, removed };

/// Why a session ended, as its device is told.
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
  bool role_changed = false;                          ///< Of user_changed.
  std::uint64_t app_epoch = 0;                        ///< Of app_changed.
  AppChangeKind app_change = AppChangeKind::updated;  ///< Of app_changed.
  std::string platform = {};                          ///< Of session_started.
  std::string address = {};  ///< Of session_started: the IP address it was asked for from.
};

class EventBus {
 public:
  virtual ~EventBus() = default;

  using Handler = std::function<void(const Event&)>;

  /// Registers a handler that is called on the publishing thread: it must be quick and safe from
  /// any thread. Call before the first publish; handlers stay for the life of the bus.
  virtual void subscribe(Handler handler) = 0;

  /// Calls every handler. When it returns, the handlers of this node have run: a caller that
  /// publishes before it answers never lets a client see the state from before its change. The
  /// change is committed by now, so this does not throw: what a handler throws is logged, and the
  /// other handlers are called all the same.
  virtual void publish(const Event& event) noexcept = 0;
};

}  // namespace parley::core
