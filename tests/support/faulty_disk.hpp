// A file system for SQLite that fails on demand.
#pragma once

#include <cstdint>

namespace parley::test_support {

/// While this exists, every SQLite connection that is opened accesses its files through it. At most
/// one may exist, and it must outlive those connections. Thread-safe.
class FaultyDisk {
 public:
  enum class Operation : std::uint8_t { open, read, write, truncate, sync, remove, share, lock };

  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  /// Makes the n-th (from 1) of the following operations fail with an I/O error of its kind.
  void fail_operation(int n);

  /// Makes the disk full from the n-th (from 1) of the following writes on, until heal().
  void fill_at_write(int n);

  /// Makes the n-th (from 1) of the following reads return zeros only.
  void blank_read(int n);

  /// Makes all operations succeed.
  void heal();

  /// Whether an operation has failed since the last fail_operation(), fill_at_write() or
  /// blank_read().
  [[nodiscard]] bool has_failed() const;
};

}  // namespace parley::test_support
