// The control socket of a data directory, whatever the length of its path.
#pragma once

#include <string>

#include "base/descriptor.hpp"
#include "daemon/data_directory.hpp"

namespace parley::daemon {

/// Addresses of unix sockets have at most 107 bytes. This one goes through an open descriptor of
/// the directory, so it is short; it is valid as long as this object, in this process.
class ControlSocketPath {
 public:
  explicit ControlSocketPath(const DataDirectory& directory);

  /// Of a directory that does not exist: a path at which there is nothing.
  [[nodiscard]] std::string get() const;

 private:
  Descriptor directory_;
};

}  // namespace parley::daemon
