// A file system for SQLite that fails on demand.
#pragma once

#include <cstdint>

namespace parley::test_support {

/// While it lives, every connection that is opened goes through it to the real files. One at a
/// time; outlives those connections. Any thread.
class FaultyDisk {
 public:
  enum class Operation : std::uint8_t { open, read, write, truncate, sync, remove, share };

  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  /// The n-th (from 1) of the following operations fails, as an I/O error of its kind.
  void fail_operation(int n);

  /// From the n-th (from 1) of the following writes on, the disk is full, until heal().
  void fill_at_write(int n);

  /// The n-th (from 1) of the following reads finds nothing but zeros.
  void blank_read(int n);

  /// Nothing fails any more.
  void heal();

  /// Whether something failed since the last of the calls above, but heal().
  [[nodiscard]] bool has_failed() const;
};

}  // namespace parley::test_support
