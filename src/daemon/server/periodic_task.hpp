// A task that runs periodically while the server runs.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "base/reserved_wait.hpp"
#include "base/result.hpp"
#include "base/task.hpp"

namespace parley::daemon {

/// Runs on the I/O thread of `context`, which must have run out of work before this is destroyed.
class PeriodicTask {
 public:
  using Work = std::function<Task<Status>()>;

  /// A failure is logged as `event` (static storage), and the task continues.
  PeriodicTask(asio::io_context& context, std::string_view event,
               std::chrono::milliseconds interval, Work work);

  /// Starts the task; it first runs after one interval. Call it once.
  void start();

  /// Lets work in progress finish, then stops. Does not wait for it. Safe from any thread.
  void stop();

 private:
  Task<void> run();
  Task<void> work_once();

  asio::io_context& context_;
  std::string_view event_;
  std::chrono::milliseconds interval_;
  Work work_;
  Timer timer_;
  bool stopped_ = false;
};

}  // namespace parley::daemon
