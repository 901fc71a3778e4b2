// The life of a server process, from opening its data directory to its end.
#pragma once

#include "base/result.hpp"
#include "daemon/configuration/configuration.hpp"

namespace parley::daemon {

/// Runs a server until SIGTERM or SIGINT; SIGHUP reloads the certificate. Logs the warnings of the
/// configuration. An error means that the server did not start; its message is one line.
[[nodiscard]] Status serve(const Configuration& configuration, Mode mode);

}  // namespace parley::daemon
