// A lock that one process at a time holds.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/descriptor.hpp"

namespace parley {

/// An exclusive lock on a directory or a file, held until destruction or the end of the process.
class FileLock {
 public:
  enum class Failure : std::uint8_t { none, in_use, cannot_open };

  /// Takes the lock without waiting. Creates a missing file, for its owner only. Afterwards `path`
  /// names what is locked: the lock on a file that was deleted meanwhile protects nothing.
  [[nodiscard]] static FileLock of_file(const std::filesystem::path& path);

  /// The same for a directory, which exists. Removing files in it does not affect the lock.
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
