#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/user/user.hpp"
#include "daemon/command_line/shell_word.hpp"
#include "daemon/commands/render.hpp"

namespace parley::daemon {
namespace {

/// Texts of an error in the words of the command line. Placeholders: {app}, {uid} and {email} are
/// arguments of the command, {same_data} its flags for the data directory.
struct OwnTexts {
  std::string_view code;
  std::string_view message;  ///< Empty = as in the API.
  std::string_view hint;
};

constexpr OwnTexts kOwnTexts[] = {
    {"AUTH_ERR_INVALID_APPID", "The app {app} does not exist.",
     "`parleyd app list{same_data}` shows the apps of this server."},
    {"ERR_APIKEY_NOT_FOUND", "",
     "`parleyd key list --app {app}{same_data}` shows the keys of the app."},
    {"ERR_ROLE_NOT_FOUND", "", "Create it first, for example in the dashboard."},
    {"ERR_UID_ALREADY_EXISTS", "",
     "UIDs are compared in lower case, and a deactivated user keeps its UID."},
    {"ERR_UID_NOT_FOUND", "",
     "`parleyd user list --app {app}{same_data}` shows the users; `parleyd user create --app {app} "
     "--uid {uid} --name {uid}{same_data}` creates this one."},
    {"ERR_USER_DEACTIVATED", "", "Reactivate the user first, for example in the dashboard."},
    {"ERR_ADMIN_NOT_FOUND", "", "`parleyd admin list{same_data}` shows the administrators."},
    {"ERR_ADMIN_ALREADY_EXISTS", "",
     "Use another email. If the password is lost, `parleyd admin reset-password {email} "
     "--generate{same_data}` sets a new one."},
};

/// Instead of the above for a UID that no user can have.
constexpr OwnTexts kBadUid{"ERR_UID_NOT_FOUND", "",
                           "A UID has 1-100 characters from a-z, 0-9, - and _; "
                           "`parleyd user list --app {app}{same_data}` shows the users."};

/// The longest value of an argument that an error repeats, in bytes.
constexpr std::size_t kMostShown = 100;

/// Keeps the text on one line, whatever an argument contains.
std::string value_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value == nullptr ? "" : without_control_characters(value->as_string());
}

const OwnTexts* find_own_texts(std::string_view code, const TypedCommand& typed) {
  if (code == kBadUid.code && !core::is_uid(core::normalize_uid(value_in(typed.arguments, "uid"))))
    return &kBadUid;
  const auto* const own = std::ranges::find(kOwnTexts, code, &OwnTexts::code);
  return own == std::end(kOwnTexts) ? nullptr : own;
}

std::string fill(std::string_view text, const TypedCommand& typed) {
  return without_control_characters(fmt::format(
      fmt::runtime(text), fmt::arg("app", typed.word("app")), fmt::arg("uid", typed.word("uid")),
      fmt::arg("email", typed.word("email")), fmt::arg("same_data", typed.same_data)));
}

/// Whether the text is about HTTP, which does not help an operator.
bool is_about_calls(std::string_view text) {
  constexpr std::string_view kSigns[] = {"/v3", "/admin/", "header", "HTTP", "Retry-After"};
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return text.find(sign) != text.npos; });
}

/// The sentences of an error's message that are not about API calls.
std::string without_calls(std::string_view message) {
  std::string kept;
  while (!message.empty()) {
    const auto end = std::min(message.find(". "), message.size() - 1) + 1;
    const auto sentence = message.substr(0, end);
    if (!is_about_calls(sentence)) kept += (kept.empty() ? "" : " ") + std::string(sentence);
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return kept;
}

/// The parameter for a field of the API, such as `allowedOrigins` or `metadata.sizes[2]`; nullptr
/// if there is none.
const Parameter* find_parameter(std::string_view field, const Command& command) {
  const auto name = field.substr(0, field.find_first_of(".["));
  for (const auto& parameter : command.parameters) {
    if (name == parameter.field || name == parameter.name) return &parameter;
  }
  return nullptr;
}

/// The flag for a field of the API as it was typed, such as `--id my-app`. Leaves out the values of
/// lists, whose reasons quote the wrong one, and long values. A field that no flag sets keeps its
/// name, as the password does.
std::string as_typed(std::string_view field, const TypedCommand& typed) {
  const auto* const parameter = find_parameter(field, typed.command);
  if (parameter == nullptr) return without_control_characters(field);
  const auto* const value = typed.arguments.if_contains(parameter->name);
  if (value == nullptr || !(value->is_string() || value->is_int64())) return flag_of(*parameter);
  const auto text =
      value->is_int64() ? std::to_string(value->get_int64()) : std::string(value->get_string());
  if (text.size() > kMostShown) return flag_of(*parameter);
  return without_control_characters(fmt::format("{} {}", flag_of(*parameter), shell_word(text)));
}

/// One line per reason, and how to get help.
std::string render_details(const json::object& details, const TypedCommand& typed) {
  std::string text;
  for (const auto& [field, reasons] : details) {
    for (const auto& reason : reasons.as_array()) {
      text += fmt::format("parleyd: {}: {}\n", as_typed(field, typed),
                          without_control_characters(reason.as_string()));
    }
  }
  return text + fmt::format("hint: `parleyd {} {} --help` describes the flags.\n",
                            typed.command.noun, typed.command.verb);
}

std::string render_failure(const json::object& error) {
  const bool can_pass = error.contains("canPass");
  return fmt::format("parleyd: {}: {}\nhint: {}\n",
                     can_pass ? "this cannot be done now" : "internal error",
                     value_in(error, "reason"),
                     can_pass ? "Fix the cause, then run the command again."
                              : "This is a bug in parleyd. Please report it with this line.");
}

}  // namespace

std::string render_error(const json::object& error, const TypedCommand& typed) {
  if (error.contains("reason")) return render_failure(error);
  if (const auto* details = error.if_contains("details"))
    return render_details(details->as_object(), typed);
  const auto* const own = find_own_texts(value_in(error, "code"), typed);
  const auto message = own == nullptr || own->message.empty()
                           ? without_calls(value_in(error, "message"))
                           : fill(own->message, typed);
  auto hint = own == nullptr ? value_in(error, "devMessage") : fill(own->hint, typed);
  if (own == nullptr && is_about_calls(hint)) hint.clear();
  return fmt::format("parleyd: {}\n{}", message,
                     hint.empty() ? "" : fmt::format("hint: {}\n", hint));
}

}  // namespace parley::daemon
