// The audit log: who changed what in an app, and from where.
#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/object.hpp>

#include "base/clock.hpp"

namespace parley::core {

namespace json = boost::json;

enum class ActorKind : std::uint8_t {
  key,            ///< An API key: its id ("key_...") and name.
  user,           ///< A user of the app: its uid, without a name.
  administrator,  ///< An administrator in the dashboard: id ("adm_...") and email address.
  account,        ///< A Unix account that ran a command on this machine: number and name.
  server,         ///< The server itself; neither id nor name.
};

/// Who acts, and from where.
struct Actor {
  ActorKind kind = ActorKind::server;
  std::string id;
  std::string name;             ///< For people, as it was at the time.
  std::string address;          ///< The IP address of the client; empty for local commands.
  std::uint64_t app_epoch = 0;  ///< Of the only app it may change; 0 = any. Not stored.

  bool operator==(const Actor&) const = default;
};

/// The server acting on its own.
inline const Actor kServer;

/// What the audit log records. Session calls, presence, and blocks that users make themselves are
/// not recorded.
enum class AuditAction : std::uint8_t {
  user_created,
  user_imported,
  user_updated,
  user_deactivated,
  user_reactivated,
  user_deleted,
  user_blocked,
  user_unblocked,
  friends_added,
  friends_removed,
  auth_token_created,
  auth_token_updated,
  auth_token_deleted,
  auth_tokens_flushed,
  session_ended,  ///< By its user: by logging out, or from another device.
  role_created,
  role_updated,
  role_deleted,
  api_key_created,
  api_key_updated,
  api_key_deleted,
  app_created,
  app_updated,
  app_auth_tokens_flushed,  ///< The auth tokens of all its users.
  app_deleted,
  administrator_created,
  administrator_updated,
  administrator_deleted,
  administrator_link_created,
  administrator_password_changed,
  administrator_signed_in,
  administrator_signed_out,
};

inline constexpr auto kLastAuditAction = AuditAction::administrator_signed_out;

/// One entry of a log, as stored. Its action and target kind are texts, because entries can be from
/// other versions.
struct AuditEvent {
  std::uint64_t sequence = 0;  ///< Increases from 1 within the app. Assigned by the store.
  std::string app_id;          ///< Empty: the server's own log. The app may have been removed.
  Time at;
  Actor actor;
  std::string action;       ///< "user.created"
  std::string target_kind;  ///< "user": what `target_id` refers to.
  std::string target_id;
  std::string details;  ///< A JSON object as text.

  bool operator==(const AuditEvent&) const = default;
};

/// Events are kept this long.
inline constexpr std::chrono::days kAuditEventsKept{400};

/// Builds an event. `details`: names of changed fields, ids and counts; never secrets or text from
/// users.
[[nodiscard]] AuditEvent audit_event(std::string_view app_id, Time at, const Actor& actor,
                                     AuditAction action, std::string_view target_id,
                                     const json::object& details = {});

/// Details with the names of the fields whose flag is true. Use the names of the API.
[[nodiscard]] json::object changed_fields(
    std::initializer_list<std::pair<std::string_view, bool>> fields);

/// What other objects store in created_by: the id of a key, a user or an administrator; otherwise
/// "server", because the API does not reveal accounts of the machine.
[[nodiscard]] std::string public_id_of(const Actor& actor);

/// "key", "user", "administrator", "account" or "server".
[[nodiscard]] std::string_view to_string(ActorKind kind) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<ActorKind> actor_kind_from_string(std::string_view text) noexcept;

/// Such as "user.created": the noun, a dot, and what happened to it.
[[nodiscard]] std::string_view to_string(AuditAction action) noexcept;

/// What the target id of an action refers to: "user", "role", "api_key", "app" or "administrator".
[[nodiscard]] std::string_view target_kind_of(AuditAction action) noexcept;

}  // namespace parley::core
