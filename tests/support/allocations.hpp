// Counts heap allocations, and makes them fail. allocations.cpp replaces the global `new` and
// `delete` of the program that links it.
#pragma once

#include <cstdint>

namespace parley::test_support {

/// The number of allocations that this process has made with `new` or aligned_alloc(), from which
/// Asio allocates coroutine frames. Calls of malloc() by C libraries are not counted.
[[nodiscard]] std::uint64_t allocations() noexcept;

/// While an object of this class exists, these allocations fail on its thread. At most one per
/// thread.
class NoMemory {
 public:
  NoMemory() noexcept;
  ~NoMemory();
  NoMemory(const NoMemory&) = delete;
  NoMemory& operator=(const NoMemory&) = delete;
};

}  // namespace parley::test_support
