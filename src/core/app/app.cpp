#include "core/app/app.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/app/origin.hpp"
#include "core/field_checks.hpp"

namespace parley::core {
namespace {

constexpr std::size_t kMaxLabel = 63;
constexpr std::string_view kLabelRule =
    "must be 1-63 characters from a-z, 0-9 and -, and must not start or end with -";
constexpr std::size_t kMaxOrigins = 100;
constexpr std::uint32_t kMostTokens = 10'000;

bool is_label(std::string_view text) noexcept {
  return !text.empty() && text.size() <= kMaxLabel && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

bool is_app_id(std::string_view text) noexcept { return is_label(text); }

Status validate(const App& app) {
  FieldChecks checks;
  if (!is_app_id(app.id)) checks.fail("appId", kLabelRule);
  checks.line("name", app.name, {1, 100});
  if (!is_label(app.region)) checks.fail("region", kLabelRule);
  checks.lifetime("tokenTtl", app.token_ttl);
  checks.lifetime("idleTimeout", app.idle_timeout);
  if (app.max_tokens_per_user < 1 || app.max_tokens_per_user > kMostTokens)
    checks.fail("maxTokensPerUser", "must be 1 to 10000");
  if (app.allowed_origins.size() > kMaxOrigins)
    checks.fail("allowedOrigins", "must have at most 100 origins");
  for (const auto& origin : app.allowed_origins) {
    if (const auto problem = problem_of_origin(origin))
      checks.fail("allowedOrigins", fmt::format("\"{}\" {}", origin, *problem));
  }
  return std::move(checks).status();
}

App apply(App app, const AppChange& change) {
  if (change.name) app.name = *change.name;
  if (change.region) app.region = *change.region;
  if (change.mode) app.mode = *change.mode;
  if (change.token_ttl) app.token_ttl = *change.token_ttl;
  if (change.idle_timeout) app.idle_timeout = *change.idle_timeout;
  if (change.max_tokens_per_user) app.max_tokens_per_user = *change.max_tokens_per_user;
  if (change.allowed_origins) {
    app.allowed_origins = *change.allowed_origins;
    for (auto& origin : app.allowed_origins) origin = normalize_origin(origin);
  }
  if (change.core_per_minute) app.rate_limits.core_per_minute = *change.core_per_minute;
  if (change.other_per_minute) app.rate_limits.other_per_minute = *change.other_per_minute;
  return app;
}

Error unknown_app(std::string_view id) {
  return make_error(ErrorCode::kAuthErrInvalidAppid, {{"appId", id}});
}

json::object changed_fields(const App& before, const App& after) {
  const auto& old_limits = before.rate_limits;
  const auto& limits = after.rate_limits;
  return changed_fields(
      {{"name", before.name != after.name},
       {"region", before.region != after.region},
       {"mode", before.mode != after.mode},
       {"tokenTtl", before.token_ttl != after.token_ttl},
       {"idleTimeout", before.idle_timeout != after.idle_timeout},
       {"maxTokensPerUser", before.max_tokens_per_user != after.max_tokens_per_user},
       {"allowedOrigins", before.allowed_origins != after.allowed_origins},
       {"corePerMinute", old_limits.core_per_minute != limits.core_per_minute},
       {"otherPerMinute", old_limits.other_per_minute != limits.other_per_minute}});
}

bool allows_origin(const App& app, std::string_view received) {
  if (app.allowed_origins.empty()) return true;
  const auto origin = normalize_origin(received);
  return std::ranges::any_of(app.allowed_origins, [&origin](const std::string& entry) {
    return matches_origin(entry, origin);
  });
}

std::string_view to_string(AppMode mode) noexcept {
  return mode == AppMode::production ? "production" : "development";
}

}  // namespace parley::core
