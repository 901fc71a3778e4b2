#include "wire/app_json.hpp"

#include <limits>
#include <utility>

#include <boost/json/array.hpp>

#include "wire/fields.hpp"

namespace parley::wire {
namespace {

/// Fields of an app that responses include but no call can set.
constexpr std::string_view kReadOnlyOfApp[] = {"createdAt", "updatedAt"};

std::optional<core::AppMode> read_mode(Fields& fields) {
  const auto value = fields.text("mode");
  if (!value) return std::nullopt;
  if (*value == core::to_string(core::AppMode::development)) return core::AppMode::development;
  if (*value == core::to_string(core::AppMode::production)) return core::AppMode::production;
  fields.fail("mode", "must be development or production");
  return std::nullopt;
}

std::optional<std::uint32_t> read_count(Fields& fields, std::string_view name) {
  const auto value = fields.number(name);
  if (!value) return std::nullopt;
  if (*value > std::numeric_limits<std::uint32_t>::max()) {
    fields.fail(name, "is too large");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*value);
}

core::AppChange read_change(Fields& fields) {
  return {.name = fields.text("name"),
          .region = fields.text("region"),
          .mode = read_mode(fields),
          .token_ttl = fields.seconds("tokenTtl"),
          .idle_timeout = fields.seconds("idleTimeout"),
          .max_tokens_per_user = read_count(fields, "maxTokensPerUser"),
          .allowed_origins = fields.texts("allowedOrigins"),
          .core_per_minute = read_count(fields, "corePerMinute"),
          .other_per_minute = read_count(fields, "otherPerMinute")};
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
