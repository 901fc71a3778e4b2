// Returns memory that is not in use any more to the system.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace parley::daemon {

/// Lets blocks from 256 KiB up return to the system as soon as they are freed. Call once, before
/// threads are started. Otherwise glibc raises that size with each large block that is freed, and
/// then keeps the memory of all that are smaller.
void configure_allocator();

/// Bytes that the process has from the system, and that neither a block in use nor a thread's stack
/// needs; an estimate. Takes the locks of the allocator, one after the other.
[[nodiscard]] std::size_t unused_memory();

/// A thread that looks every few seconds whether the allocator keeps much more unused memory than
/// before, and then returns it. Such memory lies between small blocks, where freeing alone does not
/// return it.
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
