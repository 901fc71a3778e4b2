// Carries out an operator's command, in the running server or on the store itself.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "daemon/commands/command.hpp"
#include "daemon/data_directory.hpp"

namespace parley::daemon {

/// Answers the line of JSON that execute() made of it. An error, whose message is one line, means
/// that the command could not even be tried.
[[nodiscard]] Result<std::string> run_command(const DataDirectory& directory,
                                              const Command& command,
                                              const json::object& arguments);

}  // namespace parley::daemon
