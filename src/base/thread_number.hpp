// Small numbers of threads, for what each thread keeps apart so that none waits for another.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>

namespace parley {

/// That of the thread that calls, the same for as long as it lives: the first that asks has 0.
/// Taken modulo the number of places, threads share a place where there are more of them.
inline std::size_t thread_number() noexcept {
  static std::atomic<std::size_t> next{0};
  thread_local const std::size_t number = next.fetch_add(1, std::memory_order_relaxed);
  return number;
}

/// So many places let each thread that works all the time have its own: one a processor.
inline std::size_t places_of_threads() noexcept {
  const auto processors = std::thread::hardware_concurrency();
  return processors == 0 ? 1 : processors;
}

}  // namespace parley
