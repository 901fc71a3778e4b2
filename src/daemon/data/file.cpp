#include "daemon/data/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include <fmt/format.h>

#include "base/descriptor.hpp"
#include "base/sync_directory.hpp"
#include "daemon/command_line/operator_error.hpp"

namespace parley::daemon {
namespace {

namespace fs = std::filesystem;

std::error_code last_failure() { return {errno, std::generic_category()}; }

std::error_code read_all(const fs::path& file, std::string& content) {
  const Descriptor in(file, O_RDONLY);
  if (!in.is_open()) return last_failure();
  std::array<char, 4096> part;
  for (;;) {
    const auto count = ::read(in.number(), part.data(), part.size());
    if (count == 0) return {};
    if (count < 0 && errno != EINTR) return last_failure();
    if (count > 0) content.append(part.data(), static_cast<std::size_t>(count));
  }
}

std::error_code create_directory(const fs::path& directory, mode_t mode) {
  std::error_code failure;
  if (fs::is_directory(directory, failure)) return {};
  const auto parent = directory.parent_path();
  if (parent != directory) {
    if ((failure = create_directory(parent, 0777))) return failure;
  }
  if (::mkdir(directory.c_str(), mode) != 0) {
    // A file, or a directory that another process has just created.
    if (errno != EEXIST) return last_failure();
    if (!fs::is_directory(directory, failure)) return {ENOTDIR, std::generic_category()};
  }
  return sync_directory(parent);
}

}  // namespace

Status replace_file(const fs::path& file, std::string_view content, fs::perms permissions) {
  const auto failure = parley::replace_file(file, content, permissions);
  if (!failure) return {};
  return system_error(fmt::format("cannot write {}: {}", file.string(), failure.message()),
                      failure.value());
}

std::error_code create_private_directory(const fs::path& directory) {
  // Absolute and without a trailing slash, so that each parent_path() is one step up.
  std::error_code failure;
  const auto path = fs::absolute(directory / "", failure).parent_path();
  return failure ? failure : create_directory(path, 0700);
}

Result<std::string> read_file(const fs::path& file) {
  std::string content;
  const auto failure = read_all(file, content);
  if (!failure) return content;
  return system_error(fmt::format("cannot read {}: {}", file.string(), failure.message()),
                      failure.value());
}

}  // namespace parley::daemon
