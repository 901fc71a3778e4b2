#include "wire/app_json.hpp"

#include <utility>

#include <boost/json/array.hpp>

namespace parley::wire {
namespace {

/// Fields of an app that responses include but no call can set.
constexpr std::string_view kReadOnlyOfApp[] = {"createdAt", "updatedAt"};

core::AppChange read_change(Fields& fields) {
  return {.name = fields.text("name"),
          .region = fields.text("region"),
          .mode = read_mode(fields),
          .token_ttl = fields.seconds("tokenTtl"),
          .idle_timeout = fields.seconds("idleTimeout"),
          .max_tokens_per_user = fields.count("maxTokensPerUser"),
          .allowed_origins = fields.texts("allowedOrigins"),
          .core_per_minute = fields.count("corePerMinute"),
          .other_per_minute = fields.count("otherPerMinute")};
}

// The validity of the new values, as far as they can be judged without the stored app. `id` may be
// empty: the app gets one later.
Status validity_of(const core::AppChange& change, std::string id) {
  core::App app{};
  app.id = id.empty() ? "any" : std::move(id);
  app.name = "Any";
  return core::validate(core::apply(std::move(app), change));
}

}  // namespace

std::optional<core::AppMode> read_mode(Fields& fields) {
  const auto text = fields.text("mode");
  if (!text) return std::nullopt;
  for (const auto mode : {core::AppMode::development, core::AppMode::production}) {
    if (*text == core::to_string(mode)) return mode;
  }
  fields.fail("mode", "must be development or production");
  return std::nullopt;
}

json::object to_json(const core::App& app) {
  return {{"appId", app.id},
          {"name", app.name},
          {"region", app.region},
          {"mode", core::to_string(app.mode)},
          {"tokenTtl", app.token_ttl.count()},
          {"idleTimeout", app.idle_timeout.count()},
          {"maxTokensPerUser", app.max_tokens_per_user},
          {"allowedOrigins", json::array(app.allowed_origins.begin(), app.allowed_origins.end())},
          {"corePerMinute", app.rate_limits.core_per_minute},
          {"otherPerMinute", app.rate_limits.other_per_minute},
          {"createdAt", to_unix_seconds(app.created_at)},
          {"updatedAt", to_unix_seconds(app.updated_at)}};
}

json::object to_json(const core::CreatedApp& created) {
  return {{"app", to_json(created.app)},
          {"authKey", created.auth_key.expose()},
          {"apiKey", created.api_key.expose()}};
}

Result<core::App> parse_new_app(const json::object& body) {
  Fields fields(body);
  core::App app;
  app.id = fields.text("appId").value_or("");
  if (!body.contains("name")) fields.fail("name", "is required");
  const auto change = read_change(fields);
  fields.ignore(kReadOnlyOfApp);
  const auto validity = [&] { return validity_of(change, app.id); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return core::apply(std::move(app), change);
}

Result<core::AppChange> parse_app_change(const json::object& body, std::string_view id) {
  Fields fields(body);
  const auto sent = fields.text("appId");
  if (sent && *sent != id) fields.fail("appId", "cannot be changed");
  auto change = read_change(fields);
  fields.ignore(kReadOnlyOfApp);
  const auto validity = [&] { return validity_of(change, std::string(id)); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return change;
}

}  // namespace parley::wire
