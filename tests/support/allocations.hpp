// How often the heap is asked for memory, and what happens when it has none. A program that links
// allocations.cpp has its `new` and `delete` from there.
#pragma once

#include <cstdint>

namespace parley::test_support {

/// Allocations that this process has made with `new` or aligned_alloc(), which is where Asio gets
/// the frames of coroutines. What C libraries take from malloc() is not counted.
[[nodiscard]] std::uint64_t allocations() noexcept;

/// While it lives, no such allocation of this thread succeeds. At most one per thread.
class NoMemory {
 public:
  NoMemory() noexcept;
  ~NoMemory();
  NoMemory(const NoMemory&) = delete;
  NoMemory& operator=(const NoMemory&) = delete;
};

}  // namespace parley::test_support
