#include "core/apikey/apikey.hpp"

#include <utility>

#include "core/field_checks.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {

CreatedApiKey make_api_key(crypto::Random& random, Time now, std::string app_id, std::string name,
                           Scope scope, const Actor& actor) {
  auto secret = crypto::make_api_key(random);
  ApiKey key{.id = crypto::new_id(random, "key_"),
             .app_id = std::move(app_id),
             .name = std::move(name),
             .scope = scope,
             .digest = crypto::sha256(secret),
             .hint = crypto::api_key_hint(secret.expose()),
             .created_by = public_id_of(actor),
             .created_at = now,
             .last_used_at = kNever};
  return {std::move(key), std::move(secret)};
}

Status validate(const ApiKey& key) {
  FieldChecks checks;
  checks.line("name", key.name, {1, 100});
  return std::move(checks).status();
}

Status check_usable(const App& app, Scope scope) {
  if (app.mode == AppMode::production && scope == Scope::auth_only)
    return make_error(ErrorCode::kAuthErrNoAccessProduction, {{"appId", app.id}});
  return {};
}

std::string_view to_string(Scope scope) noexcept {
  return scope == Scope::full_access ? "fullAccess" : "authOnly";
}

std::optional<Scope> scope_from_string(std::string_view text) noexcept {
  if (text == "authOnly") return Scope::auth_only;
  if (text == "fullAccess") return Scope::full_access;
  return std::nullopt;
}

}  // namespace parley::core
