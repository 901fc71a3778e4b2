// The life of a server process, from its data directory to its exit code.
#pragma once

#include "base/result.hpp"
#include "daemon/settings.hpp"

namespace parley::daemon {

/// Runs until SIGTERM or SIGINT. An error, whose message is one line, means that it never served.
[[nodiscard]] Status serve(const Settings& settings, Mode mode);

}  // namespace parley::daemon
