#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "daemon/commands/command.hpp"
#include "daemon/commands/typed_command.hpp"
#include "wire/app_json.hpp"
#include "wire/fields.hpp"

namespace parley::daemon {
namespace {

using enum Parameter::Kind;

/// The value of `--allowed-origin` that allows every origin.
constexpr std::string_view kAnyOrigin = "any";

std::optional<std::vector<std::string>> read_origins(wire::Fields& fields) {
  auto origins = fields.texts("allowed-origin");
  if (!origins) return origins;
  const bool any = std::erase(*origins, kAnyOrigin) > 0;
  if (any && !origins->empty())
    fields.fail("allowed-origin", "must be either \"any\" or a list of origins, not both");
  for (const std::string_view all : {"", "*"}) {
    if (std::ranges::find(*origins, all) != origins->end())
      fields.fail("allowed-origin",
                  fmt::format("\"{}\" is not an origin; to allow every origin, use \"any\"", all));
  }
  return origins;
}

/// Reads the arguments that create and update share.
core::AppChange read_change(wire::Fields& fields) {
  core::AppChange change;
  change.name = fields.text("name");
  change.region = fields.text("region");
  change.mode = wire::read_mode(fields);
  change.token_ttl = fields.seconds("token-ttl");
  change.idle_timeout = fields.seconds("idle-timeout");
  change.max_tokens_per_user = fields.count("max-tokens-per-user");
  change.allowed_origins = read_origins(fields);
  change.core_per_minute = fields.count("core-calls-per-minute");
  change.other_per_minute = fields.count("other-calls-per-minute");
  return change;
}

Task<Result<json::value>> create_app(core::Domain& domain, core::Actor actor,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  core::App draft;
  draft.id = fields.text("id").value_or("");
  draft = core::apply(std::move(draft), read_change(fields));
  if (auto read = fields.finish(); !read) co_return read.error();
  auto created = co_await domain.apps.create(std::move(actor), std::move(draft));
  if (!created) co_return created.error();
  auto answer = wire::to_json(created->app);
  answer["authKey"] = created->auth_key.expose();
  answer["apiKey"] = created->api_key.expose();
  co_return answer;
}

Task<Result<json::value>> list_apps(core::Domain& domain, core::Actor /*actor*/,
                                    json::object arguments) {
  wire::Fields fields(arguments);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto apps = co_await domain.apps.list();
  if (!apps) co_return apps.error();
  json::array answer;
  for (const auto& app : *apps) answer.push_back(wire::to_json(app));
  co_return answer;
}

Task<Result<json::value>> update_app(core::Domain& domain, core::Actor actor,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  auto id = fields.required_text("app");
  auto change = read_change(fields);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto app = co_await domain.apps.update(std::move(actor), std::move(id), std::move(change));
  if (!app) co_return app.error();
  co_return wire::to_json(*app);
}

Task<Result<json::value>> delete_app(core::Domain& domain, core::Actor actor,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  auto id = fields.required_text("app");
  if (!fields.boolean("yes").value_or(false)) fields.fail("yes", "must be given");
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto removed = co_await domain.apps.remove(std::move(actor), id);
  if (!removed) co_return removed.error();
  co_return json::object{{"appId", id}, {"deleted", true}};
}

std::string explain_keys(const json::object& app) {
  const auto* const auth_key =
      app.at("mode") == "production"
          ? "The Auth Key does not work while the app is in production mode: log users in with "
            "auth tokens, which your server creates with the REST API Key."
          : "The Auth Key is for development. You may put it into your app, where it logs in any "
            "user without a password.";
  return fmt::format(
      "Put the App ID and the address of this server into your app.\n{}\n"
      "The REST API Key is for your server. It may do everything in the app: never put it into an "
      "app or a web page.\n"
      "Save both keys now: they are not shown again.\n",
      auth_key);
}

std::string if_keys_lost(const json::object& app, const TypedCommand& typed) {
  const std::string_view id = app.at("appId").as_string();
  return fmt::format(
      "The app \"{0}\" was created, but its two keys could not be printed. Create new ones with "
      "`parleyd key create --app {0} --name 'REST API Key' --scope fullAccess{1}` and "
      "`parleyd key create --app {0} --name 'Auth Key' --scope authOnly{1}`.",
      id, typed.same_data);
}

// Create and update differ in their first parameters.
constexpr Parameter kRegion{"region", text, false,
                            "Region label for clients; \"local\" if not given."};
constexpr Parameter kMode{
    "mode", text, false,
    "\"development\", or \"production\", which refuses login with the Auth Key."};
constexpr Parameter kTokenTtl{"token-ttl", number, false,
                              "Lifetime of new auth tokens in seconds; 0 = no expiry.", "tokenTtl"};
constexpr Parameter kIdleTimeout{"idle-timeout", number, false,
                                 "Idle timeout of auth tokens in seconds; 0 = none.",
                                 "idleTimeout"};
constexpr Parameter kMaxTokens{"max-tokens-per-user", number, false,
                               "Maximum of live auth tokens per user; one more ends the oldest.",
                               "maxTokensPerUser"};
constexpr Parameter kOrigin{"allowed-origin", list, false,
                            "Web origin whose pages may use the app, such as "
                            "https://chat.example.com or https://*.example.com; repeatable. Every "
                            "origin may if not given.",
                            "allowedOrigins"};
constexpr Parameter kNewOrigin{"allowed-origin", list, false,
                               "Web origin whose pages may use the app; repeatable. Replaces the "
                               "whole list. \"any\" alone = every origin.",
                               "allowedOrigins"};
constexpr Parameter kCoreCalls{
    "core-calls-per-minute", number, false,
    "Logins, creations and deletions per minute; 0 = the server's default limit.", "corePerMinute"};
constexpr Parameter kOtherCalls{"other-calls-per-minute", number, false,
                                "Other calls per minute; 0 = the server's default limit.",
                                "otherPerMinute"};

constexpr Parameter kCreate[] = {
    {"id", text, false, "The App ID: a-z, 0-9 and -. Generated if not given.", "appId"},
    {"name", text, true, "The display name."},
    kRegion,
    kMode,
    kTokenTtl,
    kIdleTimeout,
    kMaxTokens,
    kOrigin,
    kCoreCalls,
    kOtherCalls};

constexpr Parameter kUpdate[] = {{"app", text, true, "The App ID."},
                                 {"name", text, false, "The display name."},
                                 kRegion,
                                 kMode,
                                 kTokenTtl,
                                 kIdleTimeout,
                                 kMaxTokens,
                                 kNewOrigin,
                                 kCoreCalls,
                                 kOtherCalls};

constexpr Parameter kDelete[] = {
    {"app", text, true, "The App ID."},
    {"yes", flag, true, "Confirms deletion of the app with all its users, keys and sessions."}};

// Elsewhere an API key may have any scope.
constexpr Label kKeyLabels[] = {{"apiKey", "REST API Key"}};

constexpr std::string_view kColumns[] = {"appId", "name", "region", "mode", "createdAt"};

constexpr Command kCommands[] = {
    {.noun = "app",
     .verb = "create",
     .help = "Create an app and print its two keys, which are shown only once",
     .example = "parleyd app create --id my-app --name \"My app\" --mode production",
     .parameters = kCreate,
     .run = create_app,
     .labels = kKeyLabels,
     .begins_a_store = true,
     .explain = explain_keys,
     .if_lost = if_keys_lost},
    {.noun = "app",
     .verb = "list",
     .help = "List the apps",
     .example = "parleyd app list",
     .parameters = {},
     .run = list_apps,
     .columns = kColumns,
     .if_empty = "No apps."},
    {"app", "update", "Change an app", "parleyd app update --app my-app --token-ttl 2592000",
     kUpdate, update_app},
    {"app", "delete", "Delete an app with everything in it",
     "parleyd app delete --app my-app --yes", kDelete, delete_app},
};

}  // namespace

std::span<const Command> app_commands() { return kCommands; }

Task<Result<std::shared_ptr<const core::App>>> find_app(core::Domain& domain, std::string id) {
  auto found = co_await domain.apps.find(id);
  if (!found) co_return found.error();
  if (!*found) co_return core::unknown_app(id);
  co_return std::move(*found);
}

}  // namespace parley::daemon
