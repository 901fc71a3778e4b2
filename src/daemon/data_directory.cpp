#include "daemon/data_directory.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "daemon/operator_error.hpp"

namespace parley::daemon {
namespace {

Error cannot_use(const std::filesystem::path& path, int reason) {
  return system_error(fmt::format("cannot use the data directory {}: {}", path.string(),
                                  std::generic_category().message(reason)),
                      reason);
}

}  // namespace

Status DataDirectory::create() const {
  // Parents are made as for any program; only the directory itself is private.
  std::error_code failure;
  const auto parent = std::filesystem::absolute(path_ / "").parent_path().parent_path();
  std::filesystem::create_directories(parent, failure);
  if (failure) return cannot_use(path_, failure.value());
  if (::mkdir(path_.c_str(), 0700) != 0 && errno != EEXIST) return cannot_use(path_, errno);
  if (!std::filesystem::is_directory(path_, failure)) return cannot_use(path_, ENOTDIR);
  if (::access(path_.c_str(), R_OK | W_OK | X_OK) != 0) return cannot_use(path_, errno);
  return {};
}

}  // namespace parley::daemon
