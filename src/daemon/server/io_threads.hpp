// The I/O threads, with one io_context each.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "base/task.hpp"

namespace parley::daemon {

class IoThreads {
 public:
  /// Starts `count` threads; `count` must be at least 1. Throws std::system_error.
  explicit IoThreads(std::size_t count);
  IoThreads(const IoThreads&) = delete;
  IoThreads& operator=(const IoThreads&) = delete;
  ~IoThreads() { join(); }

  [[nodiscard]] std::vector<asio::io_context*> contexts() const;
  [[nodiscard]] asio::io_context& first() const { return *contexts_.front(); }

  /// Runs a task on the first I/O thread and blocks the caller, which must not be an I/O thread,
  /// until the task is done. Rethrows what the task throws.
  template <class T>
  T run(Task<T> task) {
    return asio::co_spawn(first(), std::move(task), asio::use_future).get();
  }

  /// Waits until no I/O thread has work left, then ends the threads. Idempotent.
  void join();

 private:
  using WorkGuard = asio::executor_work_guard<Executor>;

  std::vector<std::unique_ptr<asio::io_context>> contexts_;
  std::vector<WorkGuard> guards_;
  std::vector<std::thread> threads_;
};

}  // namespace parley::daemon
