// Sample values. Every field is set, so that the cases notice if an engine forgets one.
#pragma once

#include <string>
#include <string_view>

#include "core/administrator/administrator.hpp"
#include "core/apikey/apikey.hpp"
#include "core/app/app.hpp"
#include "core/role/role.hpp"
#include "core/session/session.hpp"
#include "core/store.hpp"
#include "core/user/user.hpp"
#include "crypto/digest.hpp"

namespace parley::store_suite {

/// `ms` milliseconds after 2026-11-16T00:00:00Z.
[[nodiscard]] constexpr Time at(std::int64_t ms) {
  return Time{std::chrono::milliseconds{1'794'787'200'000 + ms}};
}

/// For SessionStore::begin() when the number of sessions does not matter.
inline constexpr std::uint32_t kAnyNumber = 1'000'000;

[[nodiscard]] inline core::App sample_app(std::string_view id) {
  return {.id = std::string(id),
          .name = "Shop \"Ünïcode\" 🛒",
          .region = "eu",
          .mode = core::AppMode::production,
          .token_ttl = std::chrono::seconds{86'400},
          .idle_timeout = std::chrono::seconds{3'600},
          .max_tokens_per_user = 7,
          .allowed_origins = {"https://shop.example", "http://localhost:3000"},
          .rate_limits = {.core_per_minute = 10, .other_per_minute = 4'000'000'000},
          .created_at = at(1),
          .updated_at = at(2)};
}

[[nodiscard]] inline core::ApiKey sample_key(std::string_view app_id, const std::string& id) {
  return {.id = id,
          .app_id = std::string(app_id),
          .name = "Back end of " + id,
          .scope = core::Scope::full_access,
          .digest = crypto::sha256(std::string(app_id) + id),
          .hint = "1a2b...f09",
          .created_by = "server",
          .created_at = at(10),
          .last_used_at = at(20)};
}

[[nodiscard]] inline core::Role sample_role(const std::string& id) {
  return {.id = id,
          .name = "Role " + id,
          .description = "What " + id + " may do",
          .metadata = R"({"colour":"grün"})",
          .settings = {.list_users = core::Audience::friends_only,
                       .send_messages_to = core::Audience::all},
          .created_at = at(30),
          .updated_at = at(40)};
}

[[nodiscard]] inline core::User sample_user(const std::string& uid) {
  return {.uid = uid,
          .name = "Name of " + uid,
          .avatar = "https://example.com/" + uid + ".png",
          .link = "https://example.com/" + uid,
          .role = "default",
          .status_message = "On holiday 🏖",
          .metadata = R"({"@private":{"plan":"gold"}})",
          .tags = {"zebra", "ant"},
          .last_active_at = at(50),
          .created_at = at(60),
          .updated_at = at(70)};
}

[[nodiscard]] inline core::User named(const std::string& uid, const std::string& name) {
  core::User user = sample_user(uid);
  user.name = name;
  return user;
}

/// A session that neither expires nor idles out.
[[nodiscard]] inline core::Session sample_session(std::string_view app_id, const std::string& uid,
                                                  const std::string& id, Time created_at = at(80)) {
  return {.id = id,
          .app_id = std::string(app_id),
          .uid = uid,
          .digest = crypto::sha256(std::string(app_id) + uid + id),
          .hint = "1771...ac0",
          .created_at = created_at,
          .last_used_at = created_at,
          .last_ip = "203.0.113.7",
          .device = {.platform = "ios",
                     .user_agent = "Shop/1.0",
                     .app_info = R"({"version":"1.0"})",
                     .device_id = "device-" + id},
          .used = true,
          .created_by = "key_1"};
}

[[nodiscard]] inline core::Administrator sample_administrator(const std::string& name) {
  return {.id = "adm_" + name,
          .email = name + "@example.com",
          .name = "Name of " + name,
          .role = core::AdminRole::developer,
          .password_hash = "$argon2id$" + name,
          .created_at = at(1),
          .updated_at = at(2),
          .last_signed_in_at = at(3)};
}

/// `name`: the administrator's name.
[[nodiscard]] inline core::AdminSession sample_admin_session(const std::string& name,
                                                             const std::string& id,
                                                             Time created_at = at(80)) {
  return {.id = id,
          .administrator_id = "adm_" + name,
          .digest = crypto::sha256("session " + id),
          .created_at = created_at,
          .last_used_at = created_at,
          .last_ip = "203.0.113.7",
          .user_agent = "Browser/1.0"};
}

[[nodiscard]] inline core::SignInLink sample_link(const std::string& name, const std::string& id) {
  return {.digest = crypto::sha256("link " + id),
          .administrator_id = "adm_" + name,
          .expires_at = at(300)};
}

/// Removes an app with all its data.
inline void remove_completely(core::Transaction& transaction, std::string_view app_id) {
  transaction.apps().remove(app_id);
  while (!transaction.apps().purge_removed(app_id, 100)) continue;
}

}  // namespace parley::store_suite
