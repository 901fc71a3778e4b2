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
  user,           ///< A user of the app, by itself: its uid; no name, which may be looked up.
  administrator,  ///< Somebody at the dashboard: its id ("adm_...") and e-mail address.
  account,        ///< A Unix account of this machine, by a command: its number and name.
  server,         ///< The server of its own accord; neither id nor name.
};

/// Who acts, and from where.
struct Actor {
  ActorKind kind = ActorKind::server;
  std::string id;
  std::string name;             ///< For people, as it was then.
  std::string address;          ///< The IP address of the client; empty on this machine itself.
  std::uint64_t app_epoch = 0;  ///< Of the one app it may change, and not stored; 0 = any app.

  bool operator==(const Actor&) const = default;
};

/// The server, on nobody's behalf.
inline const Actor kServer;

/// What the audit log tells of. Session calls, presence and whom users block by themselves are not
/// in it.
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
  session_ended,  ///< By its user: a logout, or another device of it.
  role_created,
  role_updated,
  role_deleted,
  api_key_created,
  api_key_updated,
  api_key_deleted,
  app_created,
  app_updated,
  app_auth_tokens_flushed,  ///< Those of all its users.
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

/// One entry of a log, as it is stored. Its texts outlive the enumerations of this version.
struct AuditEvent {
  std::uint64_t sequence = 0;  ///< From 1, rising within the app. Given by the store.
  std::string app_id;          ///< Empty: the server's own log. The app may be gone.
  Time at;
  Actor actor;
  std::string action;       ///< "user.created"
  std::string target_kind;  ///< "user": what `target_id` names.
  std::string target_id;
  std::string details;  ///< A JSON object as text.

  bool operator==(const AuditEvent&) const = default;
};

/// Events are kept this long.
inline constexpr std::chrono::days kAuditEventsKept{400};

/// `details`: names of changed fields, ids and counts. Never a secret, nor anything that somebody
/// typed.
[[nodiscard]] AuditEvent audit_event(std::string_view app_id, Time at, const Actor& actor,
                                     AuditAction action, std::string_view target_id,
                                     const json::object& details = {});

/// Details that name the fields, as the API calls them, that are true.
[[nodiscard]] json::object changed_fields(
    std::initializer_list<std::pair<std::string_view, bool>> fields);

/// How other objects name who made them: the id of a key, a user or an administrator. "server" for
/// the rest: accounts of the machine are none of the API's business.
[[nodiscard]] std::string public_id_of(const Actor& actor);

/// "key", "user", "administrator", "account" or "server".
[[nodiscard]] std::string_view to_string(ActorKind kind) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<ActorKind> actor_kind_from_string(std::string_view text) noexcept;

/// "user.created": the noun, a dot, what became of it.
[[nodiscard]] std::string_view to_string(AuditAction action) noexcept;

/// What the id of an action's target names: "user", "role", "api_key", "app" or
/// "administrator".
[[nodiscard]] std::string_view target_kind_of(AuditAction action) noexcept;

}  // namespace parley::core
