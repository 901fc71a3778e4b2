// Events: notify caches, sockets, presence and the live feed of committed changes.
#pragma once

#include <cstdint>
#include <string>

#include "crypto/digest.hpp"

namespace parley::core {

/// Increases with each event of a store, in the order of the commits. Numbers may be missing.
using EventId = std::uint64_t;

enum class EventKind : std::uint8_t {
  app_changed,       ///< See `app_change`; `app_epoch` distinguishes apps with the same id.
  api_key_changed,   ///< Updated or removed; `digest` identifies it.
  user_changed,      ///< Created, updated or reactivated; `uid` identifies it.
  user_active,       ///< Made a session call, or the device of a session changed; see `uid`.
  user_deactivated,  ///< `uid` identifies it.
  user_removed,      ///< With all its relations; `uid` identifies it.
  session_started,   ///< Its auth token was created; see `session_id` and `uid`.
  session_opened,    ///< Its first use; see Session::used, `session_id` and `uid`.
  session_ended,     ///< `digest` identifies its token, `session_id` the session, `uid` the user.
  relation_changed,  ///< `uid` did what `relation` says to `other_uid`.
  events_missed,     ///< Anything may have changed: see EventBus::recover(). No other field is set.
};

/// What one user did to another.
enum class RelationEvent : std::uint8_t { none, blocked, unblocked, befriended, unfriended };

/// What happened to an app.
enum class AppChangeKind : std::uint8_t { created, updated, removed };

/// Why a session ended, as reported to its device.
enum class EndReason : std::uint8_t { none, logout, revoked, expired, deactivated, deleted, limit };

struct Event {
  EventKind kind;
  std::string app_id = {};
  std::string uid = {};
  std::string session_id = {};
  crypto::Sha256 digest = {};
  EndReason reason = EndReason::none;
  std::string other_uid = {};
  RelationEvent relation = RelationEvent::none;
  bool role_changed = false;                          ///< For user_changed.
  std::uint64_t app_epoch = 0;                        ///< For app_changed.
  AppChangeKind app_change = AppChangeKind::updated;  ///< For app_changed.
  std::string platform = {};                          ///< For session_started and session_opened.
  std::string address = {};  ///< For session_started and session_opened: who asked, an IP address.
  EventId id = 0;            ///< Set by EventStore::append().
};

}  // namespace parley::core
