#include "support/allocations.hpp"

#include <stdlib.h>  // posix_memalign

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> made = 0;
thread_local bool is_memory_used_up = false;

void* take(std::size_t size) noexcept {
  made.fetch_add(1, std::memory_order_relaxed);
  return is_memory_used_up ? nullptr : std::malloc(size);
}

}  // namespace

namespace parley::test_support {

std::uint64_t allocations() noexcept { return made.load(std::memory_order_relaxed); }

NoMemory::NoMemory() noexcept { is_memory_used_up = true; }
NoMemory::~NoMemory() { is_memory_used_up = false; }

}  // namespace parley::test_support

// The standard library implements the other forms of new and delete with these.

extern "C" void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  made.fetch_add(1, std::memory_order_relaxed);
  void* memory = nullptr;
  if (is_memory_used_up) return nullptr;
  return ::posix_memalign(&memory, alignment, size) == 0 ? memory : nullptr;
}

void* operator new(std::size_t size) {
  if (void* memory = take(size)) return memory;
  throw std::bad_alloc();
}

// The standard library implements this form with the one above, but sanitizers replace it.
void* operator new(std::size_t size, const std::nothrow_t& /*nothrow*/) noexcept {
  return take(size);
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  if (void* memory = aligned_alloc(static_cast<std::size_t>(alignment), size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
