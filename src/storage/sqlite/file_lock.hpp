// A lock that one process at a time holds.
#pragma once

#include <filesystem>
#include <utility>

#include "base/result.hpp"

namespace parley::storage::sqlite {

/// Held until destruction, and by no means longer than the process lives.
class FileLock {
 public:
  /// Creates `file` when it is missing. Error: its `internal` tells the operator why.
  [[nodiscard]] static Result<FileLock> acquire(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace parley::storage::sqlite
