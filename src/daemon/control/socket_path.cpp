#include "daemon/control/socket_path.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace parley::daemon {

ControlSocketPath::ControlSocketPath(const DataDirectory& directory)
    : directory_(::open(directory.path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {}

ControlSocketPath::~ControlSocketPath() {
  if (directory_ >= 0) ::close(directory_);
}

std::string ControlSocketPath::get() const {
  return fmt::format("/proc/self/fd/{}/control.sock", directory_);
}

}  // namespace parley::daemon
