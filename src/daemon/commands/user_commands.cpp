#include <optional>
#include <utility>

#include <fmt/format.h>

#include "daemon/commands/command.hpp"
#include "daemon/commands/typed_command.hpp"
#include "wire/fields.hpp"
#include "wire/session_json.hpp"
#include "wire/user_json.hpp"

namespace parley::daemon {
namespace {

using enum Parameter::Kind;

json::object to_json(std::string_view app_id, const core::User& user) {
  return wire::to_json(user, {.app_id = app_id, .with_tags = true, .with_private = true});
}

/// Renames a command's argument, such as `status-message`, to its name in the API.
void rename_field(json::object& object, std::string_view from, std::string_view to) {
  const auto found = object.find(from);
  if (found == object.end()) return;
  auto value = std::move(found->value());
  object.erase(found);
  object[to] = std::move(value);
}

Task<Result<json::value>> create_user(core::Domain& domain, core::Actor actor,
                                      json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  arguments.erase("app");
  rename_field(arguments, "status-message", "statusMessage");
  rename_field(arguments, "tag", "tags");
  auto draft = wire::parse_new_user(arguments, wire::Editor::full_access);
  if (!draft) co_return draft.error();
  auto app = co_await find_app(domain, std::move(app_id));
  if (!app) co_return app.error();
  const auto id = (*app)->id;
  std::optional<core::SessionRequest> no_session;
  const auto created = co_await domain.users.create(std::move(actor), std::move(*app),
                                                    std::move(draft->user), no_session);
  if (!created) co_return created.error();
  co_return to_json(id, created->user);
}

core::UserQuery read_query(wire::Fields& fields) {
  core::UserQuery query;
  query.search = fields.text("search").value_or("");
  if (fields.boolean("with-deactivated").value_or(false)) {
    query.activity = core::Activity::with_deactivated;
  }
  const auto limit = fields.number("limit").value_or(query.per_page);
  const auto page = fields.number("page").value_or(query.page);
  if (limit < 1 || limit > 1000) fields.fail("limit", "must be 1 to 1000");
  if (page < 1 || page > 1'000'000'000) fields.fail("page", "must be 1 or more");
  query.per_page = static_cast<std::uint32_t>(limit);
  query.page = static_cast<std::uint32_t>(page);
  return query;
}

Task<Result<json::value>> list_users(core::Domain& domain, core::Actor /*actor*/,
                                     json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  auto query = read_query(fields);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto app = co_await find_app(domain, app_id);
  if (!app) co_return app.error();
  const auto page = co_await domain.users.list(std::move(app_id), std::move(query));
  if (!page) co_return page.error();
  json::array answer;
  for (const auto& seen : page->users) answer.push_back(to_json((*app)->id, seen.user));
  co_return answer;
}

Task<Result<json::value>> issue_token(core::Domain& domain, core::Actor actor,
                                      json::object arguments) {
  wire::Fields fields(arguments);
  auto app_id = fields.required_text("app");
  auto uid = core::normalize_uid(fields.required_text("uid"));
  core::SessionRequest request;
  request.expires_in = fields.seconds("expires-in");
  request.idle_timeout = fields.seconds("idle-timeout");
  if (auto read = fields.finish(); !read) co_return read.error();
  auto app = co_await find_app(domain, std::move(app_id));
  if (!app) co_return app.error();
  const auto issued = co_await domain.sessions.log_in(std::move(actor), std::move(*app),
                                                      std::move(uid), std::move(request));
  if (!issued) co_return issued.error();
  co_return wire::to_json(*issued);
}

std::string explain_token(const json::object& /*token*/) {
  return "Pass the auth token to the app of this user, which logs in with it: login(authToken).\n"
         "Save the token now: it is not shown again.\n";
}

std::string if_token_lost(const json::object& token, const TypedCommand& typed) {
  const std::string_view uid = token.at("uid").as_string();
  const std::string_view id = token.at("id").as_string();
  return fmt::format(
      "An auth token for \"{0}\" was created but not shown: session {1}. End that session in the "
      "dashboard, or with DELETE /v3/users/{0}/auth_tokens/{1}, and create another token with "
      "`{2}`.",
      uid, id, typed.line());
}

constexpr Parameter kApp{"app", text, true, "The App ID."};
constexpr Parameter kCreate[] = {
    kApp,
    {"uid", text, true, "The user's ID: a-z, 0-9, - and _."},
    {"name", text, true, "The display name."},
    {"avatar", text, false, "URL of a picture."},
    {"link", text, false, "URL of a page about the user."},
    {"role", text, false, "A role of the app; \"default\" if not given."},
    {"status-message", text, false, "The status message.", "statusMessage"},
    {"tag", list, false, "A tag; repeatable.", "tags"}};
constexpr Parameter kList[] = {
    kApp,
    {"search", text, false,
     "Only users with words in their UID or name that start with these words."},
    {"limit", number, false, "Users per page, 1 to 1000; 100 if not given."},
    {"page", number, false, "The page number, from 1."},
    {"with-deactivated", flag, false, "Include deactivated users."}};
constexpr Parameter kToken[] = {
    kApp,
    {"uid", text, true, "The user to log in."},
    {"expires-in", number, false,
     "Lifetime of the token in seconds; 0 = no expiry. App default if not given.", "expiresIn"},
    {"idle-timeout", number, false,
     "Idle timeout of the token in seconds; 0 = none. App default if not given.", "idleTimeout"}};

constexpr std::string_view kColumns[] = {"uid", "name", "role", "lastActiveAt", "createdAt"};

constexpr Command kCommands[] = {
    {"user", "create", "Create a user",
     "parleyd user create --app my-app --uid nancy --name \"Nancy Grace\"", kCreate, create_user},
    {.noun = "user",
     .verb = "list",
     .help = "List the users of an app",
     .example = "parleyd user list --app my-app --search nan",
     .parameters = kList,
     .run = list_users,
     .columns = kColumns,
     .if_empty = "No users found."},
    {.noun = "user",
     .verb = "token",
     .help = "Create an auth token for a user and print it; it is shown only once",
     .example = "parleyd user token --app my-app --uid nancy --expires-in 86400",
     .parameters = kToken,
     .run = issue_token,
     .explain = explain_token,
     .if_lost = if_token_lost},
};

}  // namespace

std::span<const Command> user_commands() { return kCommands; }

}  // namespace parley::daemon
