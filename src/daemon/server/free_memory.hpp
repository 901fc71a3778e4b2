// Returns unused memory to the system.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace parley::daemon {

/// Makes the allocator return blocks of 256 KiB or more to the system as soon as they are freed.
/// Without this, glibc raises that size whenever a larger block is freed, and then keeps the memory
/// of smaller ones. Each heap keeps up to 1 MiB at its end: SQLite's temporary tables are of 100 KB
/// and would otherwise be returned and faulted in again by each statement that uses one. Call it
/// once, before starting threads.
void configure_allocator();

/// An estimate of the bytes that the process holds but does not use: neither for allocated blocks
/// nor for thread stacks. Takes the allocator's locks, one after the other.
[[nodiscard]] std::size_t unused_memory();

/// A thread that checks every few seconds whether the allocator holds much more unused memory than
/// before, and then returns it to the system. Such memory is between small blocks in use, where
/// freeing alone does not return it.
class MemoryTrimmer {
 public:
  MemoryTrimmer();

 private:
  void run(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  ///< Last: stops before the rest is destroyed.
};

}  // namespace parley::daemon
