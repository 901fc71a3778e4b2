// Runs coroutines to completion, as the server's io_contexts do.
#pragma once

#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "base/task.hpp"

namespace parley::test_support {

/// Must outlive the stores that its coroutines use: when the last coroutine has ended, a store's
/// thread may still be posting to the io_context.
class CoroutineRunner {
 public:
  /// Runs all tasks concurrently, on several threads, until all have ended. Rethrows the first
  /// exception.
  void run_all(std::vector<Task<void>> tasks) {
    std::mutex mutex;
    std::exception_ptr first_error;
    for (Task<void>& task : tasks) {
      asio::co_spawn(io_, std::move(task), [&](std::exception_ptr error) {
        const std::scoped_lock lock(mutex);
        if (error && !first_error) first_error = error;
      });
    }
    io_.restart();
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 4; ++i) threads.emplace_back([this] { io_.run(); });
    }
    if (first_error) std::rethrow_exception(first_error);
  }

  /// Runs one task and returns its result.
  template <class T>
  T run(Task<T> task) {
    std::optional<T> result;
    std::vector<Task<void>> tasks;
    tasks.push_back(keep(std::move(task), result));
    run_all(std::move(tasks));
    return std::move(*result);
  }

 private:
  template <class T>
  static Task<void> keep(Task<T> task, std::optional<T>& result) {
    result.emplace(co_await std::move(task));
  }

  asio::io_context io_;
};

}  // namespace parley::test_support
