// The operator's commands: what `parleyd app create` and its like do, wherever they run.
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

/// What a command can be told. Its flag is `--` and the name, which is also that of the argument.
struct Parameter {
  /// `word` is given without a flag, in the order of the parameters.
  enum class Kind { text, number, list, flag, word };

  std::string_view name;
  Kind kind;
  bool required;
  std::string_view help;
};

struct Command {
  std::string_view noun;  ///< "app"
  std::string_view verb;  ///< "create"
  std::string_view help;
  std::string_view example;
  std::span<const Parameter> parameters;
  /// Errors as the services have them; unknown arguments and wrong types: ERR_BAD_REQUEST.
  /// `actor`: who gives the command, for the audit log.
  Task<Result<json::value>> (*run)(core::Domain& domain, core::Actor actor, json::object arguments);
  /// What a list shows people of each item; with --json they get all.
  std::span<const std::string_view> columns = {};
  /// Whether it makes sense on an empty data directory.
  bool begins_a_store = false;
  /// Done where the operator types, before: adds what is not given as a flag. The error's message
  /// is one line.
  Result<json::object> (*complete)(json::object arguments) = nullptr;
  /// Done there, after: puts the answer in terms of where the server is reached (empty: unknown).
  void (*present)(json::object& data, std::string_view base_url) = nullptr;
  /// For a command whose answer holds a secret that is shown only once: what to do when the answer
  /// could not be printed, as one line.
  std::string (*if_lost)(const json::object& data) = nullptr;
};

[[nodiscard]] std::span<const Command> app_commands();
[[nodiscard]] std::span<const Command> key_commands();
[[nodiscard]] std::span<const Command> user_commands();
[[nodiscard]] std::span<const Command> admin_commands();

/// The app that the argument `app` names. Error: AUTH_ERR_INVALID_APPID.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> find_app(core::Domain& domain,
                                                                      std::string id);

}  // namespace parley::daemon
