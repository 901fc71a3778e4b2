#include "core/apikey/apikey.hpp"

#include "core/field_checks.hpp"

namespace parley::core {

Status validate(const ApiKey& key) {
  FieldChecks checks;
  checks.line("name", key.name, {1, 100});
  return std::move(checks).status();
}

Status check_usable(const App& app, Scope scope) {
  if (app.mode == AppMode::production && scope == Scope::auth_only)
    return make_error(ErrorCode::kAuthErrNoAccessProduction);
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
