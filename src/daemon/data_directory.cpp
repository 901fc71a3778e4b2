#include "daemon/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "daemon/file.hpp"
#include "daemon/operator_error.hpp"

namespace parley::daemon {
namespace {

Error cannot_use(const std::filesystem::path& path, int reason) {
  return operator_error(fmt::format("cannot use the data directory {}: {}", path.string(),
                                    std::generic_category().message(reason)));
}

}  // namespace

Status DataDirectory::create() const {
  if (const auto failure = create_private_directory(path_)) {
    return cannot_use(path_, failure.value());
  }
  if (::access(path_.c_str(), R_OK | W_OK | X_OK) != 0) return cannot_use(path_, errno);
  return {};
}

DataLock::DataLock(const DataDirectory& directory)
    : descriptor_(::open(directory.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) {
    failure_ = Failure::not_writable;
  } else if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    failure_ = Failure::in_use;
  }
}

DataLock::~DataLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace parley::daemon
