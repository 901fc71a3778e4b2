// The client side of the control socket.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "daemon/data/data_directory.hpp"

namespace parley::daemon {

/// Sends a line, given without its line break, to the server that runs on the data directory, and
/// waits for its response. nullopt if no server listens. The error's message is one line.
[[nodiscard]] Result<std::optional<std::string>> ask_running_server(const DataDirectory& directory,
                                                                    std::string line);

}  // namespace parley::daemon
