// Small thread numbers, for slots that threads use without contention.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>

namespace parley {

/// The number of the calling thread, fixed for its lifetime. Numbers count up from 0 in the order
/// of the first calls. Use it modulo the number of slots: if there are more threads than slots,
/// threads share slots.
inline std::size_t thread_number() noexcept {
  static std::atomic<std::size_t> next{0};
  thread_local const std::size_t number = next.fetch_add(1, std::memory_order_relaxed);
  return number;
}

/// One slot per hardware thread.
inline std::size_t thread_slots() noexcept {
  const auto processors = std::thread::hardware_concurrency();
  return processors == 0 ? 1 : processors;
}

}  // namespace parley
