// Lets a coroutine wait for something that happens on other threads.
#pragma once

#include <chrono>
#include <mutex>

#include <boost/asio/basic_waitable_timer.hpp>

#include "base/task.hpp"

namespace parley {

/// For one coroutine that waits, and any number of threads that wake it.
class Wakeup {
 public:
  /// Ends the wait in progress, or the next one if there is none. Safe from any thread. May throw
  /// std::bad_alloc; then it has no effect.
  void notify();

  /// Waits for notify(), but no longer than `most`. May also return early for no reason. The
  /// coroutine must have ended before this is destroyed.
  Task<void> wait(std::chrono::milliseconds most);

 private:
  using Clock = std::chrono::steady_clock;
  using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

  std::mutex mutex_;
  bool notified_ = false;
  Timer* waiting_ = nullptr;
};

}  // namespace parley
