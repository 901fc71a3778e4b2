#include "base/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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
    descriptor_ = ::open(path.c_str(), open_flags | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      fail(Failure::cannot_open, errno);
    } else if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int reason = errno;
      fail(reason == EWOULDBLOCK ? Failure::in_use : Failure::cannot_open, reason);
    } else if (is_named_by(descriptor_, path)) {
      return;
    } else {
      ::close(descriptor_);
    }
  }
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileLock::fail(Failure failure, int error_number) {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  failure_ = failure;
  error_number_ = error_number;
}

}  // namespace parley
