// Starts threads so that a failure in the middle leaves none behind.
#pragma once

#include <cstddef>
#include <thread>
#include <vector>

namespace parley {

inline void join_all(std::vector<std::thread>& threads) {
  for (auto& thread : threads) thread.join();
  threads.clear();
}

/// Starts `count` threads that run `body(i)`, i from 0 on, and appends them to `threads`, which
/// must be empty. If the system cannot start one, calls `stop`, which must make the others end,
/// joins them, and throws std::system_error.
template <class Body, class Stop>
void start_threads(std::vector<std::thread>& threads, std::size_t count, Body body, Stop stop) {
  threads.reserve(count);
  try {
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back(body, i);
  } catch (...) {
    stop();
    join_all(threads);
    throw;
  }
}

}  // namespace parley
