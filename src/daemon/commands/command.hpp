// The operator's commands, such as `parleyd app create`. They run in the server, or in the
// command's own process while no server runs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"

namespace parley::daemon {

namespace json = boost::json;

/// A parameter of a command. Its flag is `--` and the name; the name is also that of the argument.
struct Parameter {
  /// `word` is positional: given without a flag, in the order of the parameters.
  enum class Kind { text, number, list, flag, word };

  std::string_view name;
  Kind kind;
  bool required;
  std::string_view help;
  std::string_view field = {};  ///< The name in the errors of the services, if it differs.
};

/// How a field of a result is called when it is printed for people.
struct Label {
  std::string_view field;
  std::string_view text;
};

struct TypedCommand;

struct Command {
  std::string_view noun;  ///< "app"
  std::string_view verb;  ///< "create"
  std::string_view help;
  std::string_view example;
  std::span<const Parameter> parameters;
  /// Runs the command for `actor`, who is recorded in the audit log. Errors: those of the services,
  /// and ERR_BAD_REQUEST for unknown arguments and wrong types.
  Task<Result<json::value>> (*run)(core::Domain& domain, core::Actor actor, json::object arguments);
  /// The columns of a list; --json prints all fields.
  std::span<const std::string_view> columns = {};
  /// Labels that differ from the usual ones.
  std::span<const Label> labels = {};
  /// What is printed instead of a list without items.
  std::string_view if_empty = {};
  /// Whether the command may create a store in an empty data directory.
  bool begins_a_store = false;
  /// Runs in the command's own process before run(), to add arguments that are not given as flags.
  /// The error's message is one line.
  Result<json::object> (*complete)(json::object arguments) = nullptr;
  /// Runs in the command's own process after run(), to adapt the result to `base_url`, the address
  /// of the server (empty = unknown).
  void (*present)(json::object& data, std::string_view base_url) = nullptr;
  /// What the result means and what to do with it: lines printed after it. Not with --json.
  std::string (*explain)(const json::object& data) = nullptr;
  /// For a command whose result holds a secret that is shown only once: says, in one line, what to
  /// do if the result could not be printed.
  std::string (*if_lost)(const json::object& data, const TypedCommand& typed) = nullptr;
};

[[nodiscard]] std::span<const Command> app_commands();
[[nodiscard]] std::span<const Command> key_commands();
[[nodiscard]] std::span<const Command> user_commands();
[[nodiscard]] std::span<const Command> admin_commands();

/// The app with this id. Error: AUTH_ERR_INVALID_APPID if there is none.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> find_app(core::Domain& domain,
                                                                      std::string id);

}  // namespace parley::daemon
