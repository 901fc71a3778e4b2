#include "daemon/data/data_directory.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "daemon/command_line/operator_error.hpp"
#include "daemon/data/file.hpp"

namespace parley::daemon {
namespace {

Error cannot_use(const std::filesystem::path& path, int reason) {
  return system_error(fmt::format("cannot use the data directory {}: {}", path.string(),
                                  std::generic_category().message(reason)),
                      reason);
}

}  // namespace

Status DataDirectory::create() const {
  if (const auto failure = create_private_directory(path_)) {
    return cannot_use(path_, failure.value());
  }
  if (::access(path_.c_str(), R_OK | W_OK | X_OK) != 0) return cannot_use(path_, errno);
  return {};
}

Error DataDirectory::cannot_lock(int error_number) const {
  return system_error(
      fmt::format("cannot write {}: {}; the data directory and everything in it must belong to the "
                  "user that runs parleyd",
                  lock().string(), std::generic_category().message(error_number)),
      error_number);
}

}  // namespace parley::daemon
