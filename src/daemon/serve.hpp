// The life of a server process, from its data directory to its exit code.
#pragma once

#include "base/result.hpp"
#include "daemon/configuration.hpp"

namespace parley::daemon {

/// Runs until SIGTERM or SIGINT. Logs the warnings of the configuration. An error, whose message is
/// one line, means that it never served.
[[nodiscard]] Status serve(const Configuration& configuration, Mode mode);

}  // namespace parley::daemon
