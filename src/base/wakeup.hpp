// Lets a coroutine wait for something that happens on other threads.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>

#include "base/reserved_wait.hpp"
#include "base/task.hpp"

namespace parley {

/// For one coroutine that waits, and any number of threads that wake it. The io_context of the
/// coroutine must run on one thread only. What this has posted to it, and a coroutine that never
/// resumes, may be destroyed after this.
class Wakeup {
 public:
  /// Ends the wait in progress, or the next one if there is none. Safe from any thread. May throw
  /// std::bad_alloc; then it has no effect.
  void notify();

  /// Waits for notify(), but no longer than `most`. May also return early for no reason. Throws
  /// std::bad_alloc if there is no memory to wait.
  Task<void> wait(std::chrono::milliseconds most);

 private:
  struct State {
    std::mutex mutex;
    bool notified = false;
    Timer* waiting = nullptr;
  };

  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace parley
