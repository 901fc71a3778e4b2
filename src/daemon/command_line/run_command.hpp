// Runs an operator's command, in the running server or directly on the store.
#pragma once

#include <string>

#include "base/result.hpp"
#include "daemon/commands/typed_command.hpp"
#include "daemon/data/data_directory.hpp"

namespace parley::daemon {

/// Returns the line of JSON from execute(). An error means that the command could not be tried; its
/// message is one line.
[[nodiscard]] Result<std::string> run_command(const DataDirectory& directory,
                                              const TypedCommand& typed);

}  // namespace parley::daemon
