#include "base/file_lock.hpp"

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

namespace parley {
namespace {

bool is_named_by(int descriptor, const std::filesystem::path& path) {
  struct stat locked {};
  struct stat named {};
  return ::fstat(descriptor, &locked) == 0 && ::stat(path.c_str(), &named) == 0 &&
         locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

}  // namespace

FileLock FileLock::of_file(const std::filesystem::path& path) {
  return FileLock(path, O_RDWR | O_CREAT);
}

FileLock FileLock::of_directory(const std::filesystem::path& path) {
  return FileLock(path, O_RDONLY | O_DIRECTORY);
}

FileLock::FileLock(const std::filesystem::path& path, int open_flags) {
  while (failure_ == Failure::none) {
    descriptor_ = Descriptor(path, open_flags);
    if (!descriptor_.is_open()) {
      fail(Failure::cannot_open, errno);
    } else if (::flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0) {
      const int reason = errno;
      fail(reason == EWOULDBLOCK ? Failure::in_use : Failure::cannot_open, reason);
    } else if (is_named_by(descriptor_.number(), path)) {
      return;
    }
  }
}

void FileLock::fail(Failure failure, int error_number) {
  descriptor_ = {};
  failure_ = failure;
  error_number_ = error_number;
}

}  // namespace parley
