#include "wire/apikey_json.hpp"

#include <utility>

#include "wire/fields.hpp"

namespace parley::wire {
namespace {

/// Fields of a key that responses include but no call can set.
constexpr std::string_view kReadOnlyOfKey[] = {"id", "apiKey", "createdAt", "createdBy",
                                               "lastUsedAt"};

std::optional<core::Scope> read_scope(Fields& fields) {
  const auto value = fields.text("scope");
  if (!value) return std::nullopt;
  const auto scope = core::scope_from_string(*value);
  if (!scope) fields.fail("scope", "must be authOnly or fullAccess");
  return scope;
}

json::object key_json(const core::ApiKey& key, std::string_view shown) {
  json::object object{{"id", key.id},
                      {"apiKey", shown},
                      {"name", key.name},
                      {"scope", core::to_string(key.scope)},
                      {"createdAt", to_unix_seconds(key.created_at)},
                      {"createdBy", key.created_by}};
  if (key.last_used_at != kNever) object["lastUsedAt"] = to_unix_seconds(key.last_used_at);
  return object;
}

Status validity_of(std::string name) {
  core::ApiKey key{};
  key.name = std::move(name);
  return core::validate(key);
}

}  // namespace

json::object to_json(const core::ApiKey& key) { return key_json(key, key.hint); }

json::object to_json(const core::CreatedApiKey& created) {
  return key_json(created.key, created.secret.expose());
}

Result<NewApiKey> parse_new_api_key(const json::object& body) {
  Fields fields(body);
  NewApiKey key;
  key.name = fields.required_text("name");
  key.scope = read_scope(fields).value_or(core::Scope::auth_only);
  fields.ignore(kReadOnlyOfKey);
  const auto validity = [&] { return validity_of(key.name); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return key;
}

Result<core::ApiKeyChange> parse_api_key_change(const json::object& body) {
  Fields fields(body);
  core::ApiKeyChange change{.name = fields.text("name"), .scope = read_scope(fields)};
  fields.ignore(kReadOnlyOfKey);
  const auto validity = [&] { return validity_of(change.name.value_or("Any")); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return change;
}

}  // namespace parley::wire
