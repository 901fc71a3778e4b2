// A lock that at most one process holds at a time.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/descriptor.hpp"

namespace parley {

/// An exclusive lock on a directory or a file, held until destruction or the end of the process.
class FileLock {
 public:
  enum class Failure : std::uint8_t { none, in_use, cannot_open };

  /// Tries to take the lock, without waiting. Creates a missing file, accessible to its owner only.
  /// If the file at `path` was deleted or replaced meanwhile, tries again with the new one, because
  /// a lock on a deleted file protects nothing.
  [[nodiscard]] static FileLock of_file(const std::filesystem::path& path);

  /// The same for a directory, which must exist. Removing files in it does not affect the lock.
  [[nodiscard]] static FileLock of_directory(const std::filesystem::path& path);

  /// `none`: the lock is held.
  [[nodiscard]] Failure failure() const { return failure_; }

  /// The errno behind Failure::cannot_open.
  [[nodiscard]] int error_number() const { return error_number_; }

 private:
  FileLock(const std::filesystem::path& path, int open_flags);
  void fail(Failure failure, int error_number);

  Descriptor descriptor_;
  Failure failure_ = Failure::none;
  int error_number_ = 0;
};

}  // namespace parley
