#include <optional>
#include <utility>

#include <fmt/format.h>

#include "daemon/commands/command.hpp"
#include "daemon/commands/typed_command.hpp"
#include "wire/apikey_json.hpp"
#include "wire/fields.hpp"

namespace parley::daemon {
namespace {

using enum Parameter::Kind;

std::optional<core::Scope> read_scope(wire::Fields& fields) {
  const auto text = fields.text("scope");
  if (!text) return std::nullopt;
  const auto scope = core::scope_from_string(*text);
  if (!scope) fields.fail("scope", "must be authOnly or fullAccess");
  return scope;
}

Task<Result<json::value>> create_key(core::Domain& domain, core::Actor actor,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  auto name = fields.required_text("name");
  const auto scope = read_scope(fields).value_or(core::Scope::auth_only);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto app = co_await find_app(domain, app_id);
  if (!app) co_return app.error();
  const auto created =
      co_await domain.api_keys.create(std::move(actor), std::move(app_id), std::move(name), scope);
  if (!created) co_return created.error();
  co_return wire::to_json(*created);
}

Task<Result<json::value>> list_keys(core::Domain& domain, core::Actor /*actor*/,
                                    json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  core::ApiKeyQuery query;
  query.scope = read_scope(fields);
  query.search = fields.text("search").value_or("");
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto app = co_await find_app(domain, app_id);
  if (!app) co_return app.error();
  const auto keys = co_await domain.api_keys.list(std::move(app_id), std::move(query));
  if (!keys) co_return keys.error();
  json::array answer;
  for (const auto& key : *keys) answer.push_back(wire::to_json(key));
  co_return answer;
}

Task<Result<json::value>> delete_key(core::Domain& domain, core::Actor actor,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  auto key = fields.required_text("key");
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto app = co_await find_app(domain, app_id);
  if (!app) co_return app.error();
  const auto found = co_await domain.api_keys.find(app_id, std::move(key));
  if (!found) co_return found.error();
  const auto removed = co_await domain.api_keys.remove(std::move(actor), app_id, found->id);
  if (!removed) co_return removed.error();
  co_return json::object{{"id", found->id}, {"deleted", true}};
}

std::string explain_key(const json::object& key) {
  return fmt::format("{}\nSave the key now: it is not shown again.\n",
                     key.at("scope") == "fullAccess"
                         ? "This is a REST API Key, for your server. It may do everything in the "
                           "app: never put it into an app or a web page."
                         : "This is an Auth Key, for development. You may put it into your app. It "
                           "does not work while the app is in production mode.");
}

std::string if_key_lost(const json::object& key, const TypedCommand& typed) {
  const std::string_view id = key.at("id").as_string();
  return fmt::format(
      "The key {0} was created but not shown. Delete it with `parleyd key delete --app {1} --key "
      "{0}{2}` and create another with `{3}`.",
      id, typed.word("app"), typed.same_data, typed.line());
}

constexpr Parameter kApp{"app", text, true, "The App ID."};
constexpr Parameter kCreate[] = {
    kApp,
    {"name", text, true, "A name that says what the key is for."},
    {"scope", text, false,
     "\"authOnly\" (an Auth Key, the default) or \"fullAccess\" (a REST API Key)."}};
constexpr Parameter kList[] = {kApp,
                               {"scope", text, false, "Only \"authOnly\" or \"fullAccess\" keys."},
                               {"search", text, false, "Only keys whose name contains this text."}};
constexpr Parameter kDelete[] = {kApp, {"key", text, true, "The key's id, or the key itself."}};

constexpr std::string_view kColumns[] = {"id",    "apiKey",    "name",
                                         "scope", "createdAt", "lastUsedAt"};

constexpr Command kCommands[] = {
    {.noun = "key",
     .verb = "create",
     .help = "Create an API key and print it; it is shown only once",
     .example = "parleyd key create --app my-app --name \"Back end\" --scope fullAccess",
     .parameters = kCreate,
     .run = create_key,
     .explain = explain_key,
     .if_lost = if_key_lost},
    {.noun = "key",
     .verb = "list",
     .help = "List the API keys of an app",
     .example = "parleyd key list --app my-app",
     .parameters = kList,
     .run = list_keys,
     .columns = kColumns,
     .if_empty = "No keys found."},
    {"key", "delete", "Delete an API key; it stops working at once",
     "parleyd key delete --app my-app --key key_1a2B3c4D5e6F7g8H", kDelete, delete_key},
};

}  // namespace

std::span<const Command> key_commands() { return kCommands; }

}  // namespace parley::daemon
