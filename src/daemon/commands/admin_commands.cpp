#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "daemon/command_line/operator_error.hpp"
#include "daemon/command_line/password_prompt.hpp"
#include "daemon/command_line/shell_word.hpp"
#include "daemon/commands/command.hpp"
#include "daemon/commands/typed_command.hpp"
#include "daemon/server/sign_in_link.hpp"
#include "wire/administrator_json.hpp"
#include "wire/fields.hpp"

namespace parley::daemon {
namespace {

using enum Parameter::Kind;

bool is_given(const json::object& arguments, std::string_view flag) {
  const auto* value = arguments.if_contains(flag);
  return value != nullptr && value->is_bool() && value->get_bool();
}

/// Adds the password, typed or piped in, unless one is generated or replaced by a link.
Result<json::object> complete_password(json::object arguments) {
  const auto ways = std::ranges::count_if(
      std::initializer_list<std::string_view>{"password-stdin", "generate", "link"},
      [&](std::string_view flag) { return is_given(arguments, flag); });
  if (ways > 1)
    return operator_error("only one of --password-stdin, --generate and --link may be given");
  const bool from_pipe = is_given(arguments, "password-stdin");
  arguments.erase("password-stdin");
  if (ways == 1 && !from_pipe) return arguments;
  if (!from_pipe && ::isatty(STDIN_FILENO) == 0)
    return operator_error(
        "there is no terminal to ask for a password: use --password-stdin, "
        "--generate or --link");
  const auto password =
      from_pipe ? read_password(STDIN_FILENO) : ask_for_new_password(STDIN_FILENO);
  if (!password) return password.error();
  arguments["password"] = password->expose();
  return arguments;
}

/// Replaces the token of a link with the URL to open.
void present_link(json::object& data, std::string_view base_url) {
  auto* link = data.if_contains("link");
  if (link != nullptr) *link = sign_in_url(base_url, std::string_view(link->as_string()));
}

std::string explain_access(const json::object& administrator) {
  if (administrator.contains("password")) return "Save the password now: it is not shown again.\n";
  if (!administrator.contains("link")) return "";
  const bool is_path = administrator.at("link").as_string().starts_with('/');
  return fmt::format("The link signs in once, within 15 minutes. It is not shown again.\n{}",
                     is_path ? "Put the address of your server in front of it.\n" : "");
}

/// For a password or a link that was created but could not be printed.
std::string if_access_lost(const json::object& administrator, const TypedCommand& typed) {
  const std::string_view email = administrator.at("email").as_string();
  const auto* const lost = administrator.contains("password") ? "password"
                           : administrator.contains("link")   ? "link"
                                                              : nullptr;
  if (lost == nullptr)
    return fmt::format("The administrator {} was saved with the password that you gave.", email);
  return fmt::format(
      "The administrator {0} was saved, but the {1} could not be printed. Create another with "
      "`parleyd admin reset-password {2} --{3}{4}`.",
      email, lost, shell_word(email), lost == std::string_view("link") ? "link" : "generate",
      typed.same_data);
}

/// How an administrator will sign in.
struct Access {
  std::optional<SecretString> password;  ///< nullopt = by a link.
  bool is_generated = false;
};

Access read_access(wire::Fields& fields, core::Domain& domain) {
  Access access;
  auto password = fields.text("password");
  access.is_generated = fields.boolean("generate").value_or(false);
  const bool by_link = fields.boolean("link").value_or(false);
  if (password) access.password.emplace(std::move(*password));
  if (access.is_generated) access.password = domain.administrators.generate_password();
  if (!access.password && !by_link) fields.fail("password", "is required");
  return access;
}

core::AdminRole read_role(wire::Fields& fields) {
  const auto text = fields.required_text("role");
  const auto role = core::admin_role_from_string(text);
  if (!role && !text.empty()) fields.fail("role", "must be owner, developer or viewer");
  return role.value_or(core::AdminRole::viewer);
}

std::optional<SecretString> copy_of(const std::optional<SecretString>& password) {
  std::optional<SecretString> copy;
  if (password) copy.emplace(std::string(password->expose()));
  return copy;
}

Task<Result<json::value>> create_admin(core::Domain& domain, core::Actor actor,
                                       json::object arguments) {
  wire::Fields fields(arguments);
  core::AdministratorDraft draft;
  draft.email = fields.required_text("email");
  draft.name = fields.required_text("name");
  draft.role = read_role(fields);
  const auto access = read_access(fields, domain);
  if (auto read = fields.finish(); !read) co_return read.error();
  if (!access.password) {
    const auto invited = co_await domain.administrators.invite(std::move(actor), std::move(draft));
    if (!invited) co_return invited.error();
    auto answer = wire::to_json(invited->administrator);
    answer["link"] = invited->link.token.expose();
    co_return answer;
  }
  auto password = copy_of(access.password);
  const auto created = co_await domain.administrators.create(std::move(actor), std::move(draft),
                                                             std::move(password));
  if (!created) co_return created.error();
  auto answer = wire::to_json(*created);
  if (access.is_generated) answer["password"] = access.password->expose();
  co_return answer;
}

Task<Result<json::value>> list_admins(core::Domain& domain, core::Actor /*actor*/,
                                      json::object arguments) {
  wire::Fields fields(arguments);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto administrators = co_await domain.administrators.list();
  if (!administrators) co_return administrators.error();
  json::array answer;
  for (const auto& administrator : *administrators) answer.push_back(wire::to_json(administrator));
  co_return answer;
}

Task<Result<json::value>> reset_password(core::Domain& domain, core::Actor actor,
                                         json::object arguments) {
  wire::Fields fields(arguments);
  auto email = fields.required_text("email");
  auto access = read_access(fields, domain);
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto administrator = co_await domain.administrators.find_by_email(std::move(email));
  if (!administrator) co_return administrator.error();
  auto answer = wire::to_json(*administrator);
  answer["hasPassword"] = access.password.has_value();
  if (access.is_generated) answer["password"] = access.password->expose();
  if (access.password) {
    auto set = co_await domain.administrators.set_password(actor, administrator->id,
                                                           std::move(*access.password));
    if (!set) co_return set.error();
  } else {
    const auto link = co_await domain.administrators.reset(std::move(actor), administrator->id);
    if (!link) co_return link.error();
    answer["link"] = link->token.expose();
  }
  co_return answer;
}

Task<Result<json::value>> remove_admin(core::Domain& domain, core::Actor actor,
                                       json::object arguments) {
  wire::Fields fields(arguments);
  auto email = fields.required_text("email");
  if (auto read = fields.finish(); !read) co_return read.error();
  const auto administrator = co_await domain.administrators.find_by_email(std::move(email));
  if (!administrator) co_return administrator.error();
  const auto removed = co_await domain.administrators.remove(std::move(actor), administrator->id);
  if (!removed) co_return removed.error();
  co_return json::object{{"email", administrator->email}, {"removed", true}};
}

constexpr Parameter kEmail{"email", word, true, "The administrator's email."};
constexpr Parameter kPasswordStdin{"password-stdin", flag, false,
                                   "Read the password from the first line of standard input."};
constexpr Parameter kGenerate{"generate", flag, false, "Generate a password and print it once."};
constexpr Parameter kLink{
    "link", flag, false,
    "Instead of a password, print a link that signs in once within 15 minutes."};
constexpr Parameter kCreate[] = {
    kEmail,
    {"name", text, true, "The display name."},
    {"role", text, true,
     "\"owner\": everything; \"developer\": all except administrators; \"viewer\": read-only."},
    kPasswordStdin,
    kGenerate,
    kLink};
constexpr Parameter kReset[] = {kEmail, kPasswordStdin, kGenerate, kLink};
constexpr Parameter kRemove[] = {kEmail};

constexpr std::string_view kColumns[] = {"email", "name", "role", "createdAt", "lastSignedInAt"};

constexpr Command kCommands[] = {
    {.noun = "admin",
     .verb = "create",
     .help = "Create an administrator; asks for a password",
     .example = "parleyd admin create ann@example.com --name \"Ann Smith\" --role owner",
     .parameters = kCreate,
     .run = create_admin,
     .begins_a_store = true,
     .complete = complete_password,
     .present = present_link,
     .explain = explain_access,
     .if_lost = if_access_lost},
    {.noun = "admin",
     .verb = "list",
     .help = "List the administrators",
     .example = "parleyd admin list",
     .parameters = {},
     .run = list_admins,
     .columns = kColumns,
     .if_empty = "No administrators."},
    {.noun = "admin",
     .verb = "reset-password",
     .help = "Replace the password, or remove it with --link; ends all sessions",
     .example = "parleyd admin reset-password ann@example.com --link",
     .parameters = kReset,
     .run = reset_password,
     .complete = complete_password,
     .present = present_link,
     .explain = explain_access,
     .if_lost = if_access_lost},
    {.noun = "admin",
     .verb = "remove",
     .help = "Remove an administrator; ends all sessions",
     .example = "parleyd admin remove ann@example.com",
     .parameters = kRemove,
     .run = remove_admin},
};

}  // namespace

std::span<const Command> admin_commands() { return kCommands; }

}  // namespace parley::daemon
