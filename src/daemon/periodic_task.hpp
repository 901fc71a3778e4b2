// Housekeeping: something that is done again and again while the server runs.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include <boost/asio/basic_waitable_timer.hpp>

#include "base/result.hpp"
#include "base/task.hpp"

namespace parley::daemon {

/// Works on the core of `context`, which must have run out of work before this is destroyed.
class PeriodicTask {
 public:
  using Work = std::function<Task<Status>()>;

  /// `event` names it in the log when it fails; static. It does not stop on a failure.
  PeriodicTask(asio::io_context& context, std::string_view event,
               std::chrono::milliseconds interval, Work work);

  /// The first time after one interval. Once.
  void start();

  /// Lets the work that is under way finish, and does no more. Any thread.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  using Timer = boost::asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

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
