// Units of work on their way from coroutines to a thread of the engine and back.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/store.hpp"

namespace parley::storage::sqlite {

/// A unit of work whose coroutine waits, until complete() resumes it.
class PendingWork {
 public:
  explicit PendingWork(core::Work& work) : work_(work) {}
  virtual ~PendingWork() = default;

  [[nodiscard]] core::Work& work() const { return work_; }

  /// Where its coroutine waits.
  [[nodiscard]] virtual Executor executor() const = 0;

  /// Resumes the coroutine: with the exception when there is one, else with the status. Once, on
  /// the thread of its executor.
  virtual void resume(std::exception_ptr bug, Status status) = 0;

 private:
  core::Work& work_;
};

/// What came of a unit of work.
struct CompletedWork {
  std::unique_ptr<PendingWork> work;
  std::exception_ptr bug;
  Status status;
};

/// Lets the coroutines of these works go on, in their order. All those of one core are handed to it
/// at once, so that it is woken once. Any thread.
void complete(std::vector<CompletedWork> works);

/// A queue that many threads fill. Bounded by the callers: each coroutine waits for its work.
class WorkQueue {
 public:
  /// Queues `work` and suspends until some thread completes it.
  Task<Status> run(core::Work& work);

  /// Waits for work, then takes up to `most` pieces in the order of their coming. Empty only when
  /// the queue is closed and nothing is left.
  [[nodiscard]] std::vector<std::unique_ptr<PendingWork>> take(std::size_t most);

  /// Lets take() end after what is queued.
  void close();

  [[nodiscard]] std::size_t size() const;

 private:
  void push(std::unique_ptr<PendingWork> work);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<PendingWork>> waiting_;
  bool closed_ = false;
};

}  // namespace parley::storage::sqlite
