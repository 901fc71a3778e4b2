#include "daemon/control/socket_path.hpp"

#include <fmt/format.h>

namespace parley::daemon {

ControlSocketPath::ControlSocketPath(const DataDirectory& directory)
    : directory_(directory.path(), O_PATH | O_DIRECTORY) {}

std::string ControlSocketPath::get() const {
  return fmt::format("/proc/self/fd/{}/control.sock", directory_.number());
}

}  // namespace parley::daemon
