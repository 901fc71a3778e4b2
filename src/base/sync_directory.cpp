#include "base/sync_directory.hpp"

#include <cerrno>

#include "base/descriptor.hpp"

namespace parley {
namespace {

std::error_code last_failure_except(int harmless) {
  return errno == harmless ? std::error_code() : std::error_code(errno, std::generic_category());
}

}  // namespace

std::error_code sync_directory(const std::filesystem::path& directory) {
  const Descriptor opened(directory.empty() ? "." : directory, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open()) return last_failure_except(EACCES);
  return ::fsync(opened.number()) == 0 ? std::error_code() : last_failure_except(EINVAL);
}

}  // namespace parley
