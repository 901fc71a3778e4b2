#include "daemon/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "daemon/operator_error.hpp"

namespace parley::daemon {
namespace {

/// Whether all of it is on the disk.
bool write_durably(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(descriptor, content.data(), content.size());
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

/// Makes the new name of a file survive a power loss.
void sync_directory(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Status replace_file(const std::filesystem::path& file, std::string_view content,
                    std::filesystem::perms permissions) {
  const auto failure = [&] {
    const int reason = errno;
    return system_error(
        fmt::format("cannot write {}: {}", file.string(), std::generic_category().message(reason)),
        reason);
  };
  auto temporary = file;
  temporary += ".new";
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return failure();
  const bool written = ::fchmod(descriptor, static_cast<mode_t>(permissions)) == 0 &&
                       write_durably(descriptor, content);
  const auto reason = errno;
  ::close(descriptor);
  errno = reason;
  if (!written || std::rename(temporary.c_str(), file.c_str()) != 0) return failure();
  sync_directory(file.parent_path());
  return {};
}

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content(std::istreambuf_iterator<char>(in), {});
  return in.bad() ? std::nullopt : std::optional(std::move(content));
}

}  // namespace parley::daemon
