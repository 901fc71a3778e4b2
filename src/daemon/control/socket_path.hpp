// The path of a data directory's control socket, whatever the length of the directory's path.
#pragma once

#include <string>

#include "base/descriptor.hpp"
#include "daemon/data/data_directory.hpp"

namespace parley::daemon {

/// Unix socket addresses have at most 107 bytes. This path goes through an open descriptor of the
/// directory, so it is always short. It is valid in this process only, as long as this object
/// lives.
class ControlSocketPath {
 public:
  explicit ControlSocketPath(const DataDirectory& directory);

  /// If the directory does not exist, the path of a file that does not exist either.
  [[nodiscard]] std::string get() const;

 private:
  Descriptor directory_;
};

}  // namespace parley::daemon
