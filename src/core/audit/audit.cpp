#include "core/audit/audit.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace parley::core {
namespace {

struct ActorKindText {
  ActorKind kind;
  std::string_view text;
};

constexpr std::array kActorKinds{
    ActorKindText{ActorKind::key, "key"}, ActorKindText{ActorKind::user, "user"},
    ActorKindText{ActorKind::administrator, "administrator"},
    ActorKindText{ActorKind::account, "account"}, ActorKindText{ActorKind::server, "server"}};

}  // namespace

AuditEvent audit_event(std::string_view app_id, Time at, const Actor& actor, AuditAction action,
                       std::string_view target_id, const json::object& details) {
  return {.app_id = std::string(app_id),
          .at = at,
          .actor = actor,
          .action = std::string(to_string(action)),
          .target_kind = std::string(target_kind_of(action)),
          .target_id = std::string(target_id),
          .details = details.empty() ? "{}" : json::serialize(details)};
}

json::object changed_fields(std::initializer_list<std::pair<std::string_view, bool>> fields) {
  json::array names;
  for (const auto& [name, changed] : fields) {
    if (changed) names.emplace_back(name);
  }
  return {{"fields", std::move(names)}};
}

std::string public_id_of(const Actor& actor) {
  using enum ActorKind;
  return actor.kind == account || actor.kind == server ? "server" : actor.id;
}

std::string_view to_string(ActorKind kind) noexcept {
  const auto* found = std::find_if(kActorKinds.begin(), kActorKinds.end(),
                                   [&](const auto& known) { return known.kind == kind; });
  return found->text;
}

std::optional<ActorKind> actor_kind_from_string(std::string_view text) noexcept {
  for (const auto& known : kActorKinds) {
    if (known.text == text) return known.kind;
  }
  return std::nullopt;
}

// A switch, so that the compiler warns about an action without a text.
std::string_view to_string(AuditAction action) noexcept {
  switch (action) {
    using enum AuditAction;
    case user_created: return "user.created";
    case user_imported: return "user.imported";
    case user_updated: return "user.updated";
    case user_deactivated: return "user.deactivated";
    case user_reactivated: return "user.reactivated";
    case user_deleted: return "user.deleted";
    case user_blocked: return "user.blocked";
    case user_unblocked: return "user.unblocked";
    case friends_added: return "friends.added";
    case friends_removed: return "friends.removed";
    case auth_token_created: return "auth_token.created";
    case auth_token_updated: return "auth_token.updated";
    case auth_token_deleted: return "auth_token.deleted";
    case auth_tokens_flushed: return "auth_tokens.flushed";
    case session_ended: return "session.ended";
    case role_created: return "role.created";
    case role_updated: return "role.updated";
    case role_deleted: return "role.deleted";
    case api_key_created: return "api_key.created";
    case api_key_updated: return "api_key.updated";
    case api_key_deleted: return "api_key.deleted";
    case app_created: return "app.created";
    case app_updated: return "app.updated";
    case app_auth_tokens_flushed: return "app.auth_tokens_flushed";
    case app_deleted: return "app.deleted";
    case administrator_created: return "administrator.created";
    case administrator_updated: return "administrator.updated";
    case administrator_deleted: return "administrator.deleted";
    case administrator_link_created: return "administrator.link_created";
    case administrator_password_changed: return "administrator.password_changed";
    case administrator_signed_in: return "administrator.signed_in";
    case administrator_signed_out: return "administrator.signed_out";
  }
  return {};
}

std::string_view target_kind_of(AuditAction action) noexcept {
  const auto text = to_string(action);
  const auto noun = text.substr(0, text.find('.'));
  const bool is_of_user =
      noun == "auth_token" || noun == "auth_tokens" || noun == "session" || noun == "friends";
  return is_of_user ? "user" : noun;
}

}  // namespace parley::core
