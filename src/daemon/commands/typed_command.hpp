// A command as the operator typed it, to suggest further commands on the same data.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "daemon/commands/command.hpp"

namespace parley::daemon {

struct TypedCommand {
  const Command& command;
  const json::object& arguments;
  /// From flags_for_same_data(). Append it to every command that is suggested.
  std::string same_data = {};

  /// The argument as one word of a shell; '' if it was not given as a text.
  [[nodiscard]] std::string word(std::string_view argument) const;

  /// The command line, such as `parleyd app create --name 'My app' --data-dir d`.
  [[nodiscard]] std::string line() const;
};

/// `--allowed-origin` for the parameter `allowed-origin`, `email` for a positional one.
[[nodiscard]] std::string flag_of(const Parameter& parameter);

}  // namespace parley::daemon
