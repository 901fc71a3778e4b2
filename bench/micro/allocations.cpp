#include "allocations.hpp"

#include <stdlib.h>  // posix_memalign

#include <cstdlib>
#include <new>

namespace {

thread_local std::uint64_t made = 0;

}  // namespace

namespace parley::bench {

std::uint64_t allocations() noexcept { return made; }

}  // namespace parley::bench

// The other forms of new and delete come down to these.

extern "C" void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  ++made;
  void* memory = nullptr;
  return ::posix_memalign(&memory, alignment, size) == 0 ? memory : nullptr;
}

void* operator new(std::size_t size) {
  ++made;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  if (void* memory = aligned_alloc(static_cast<std::size_t>(alignment), size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
