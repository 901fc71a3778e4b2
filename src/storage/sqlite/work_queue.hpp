// Units of work on their way from coroutines to a thread of the engine and back.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <stdexcept>
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

  /// Resumes the coroutine: with the exception if there is one, else with the status. Once, on
  /// the thread of its executor.
  virtual void resume(std::exception_ptr bug, Status status) = 0;

 private:
  core::Work& work_;
};

/// The units of work that a thread of the engine has taken, and their outcomes. Its end resumes the
/// coroutines that wait for them, in FIFO order: whatever is thrown in between, none waits for
/// ever. All coroutines of one I/O thread are handed to it at once, so that it is woken once.
class Batch {
 public:
  Batch() = default;
  Batch(Batch&&) = default;
  Batch& operator=(Batch&&) = delete;
  ~Batch();

  [[nodiscard]] bool empty() const { return works_.empty(); }
  [[nodiscard]] std::size_t size() const { return works_.size(); }
  [[nodiscard]] core::Work& work(std::size_t i) const { return works_[i].pending->work(); }

  /// The outcome of one unit of work: `bug` if it is set, else `status`. Without an outcome, its
  /// coroutine resumes with an exception.
  void settle(std::size_t i, std::exception_ptr bug, Status status) noexcept;

  /// The same outcome for all.
  void settle_all(const Error& error) noexcept;

 private:
  friend class WorkQueue;

  struct Work {
    std::unique_ptr<PendingWork> pending;
    std::exception_ptr bug;
    Status status;
  };
  using Works = std::vector<Work>;

  static void resume_all(const Executor& executor, const std::shared_ptr<Works>& works) noexcept;

  Works works_;
};

/// A queue that many threads fill. Bounded by the callers: each coroutine waits for its work.
class WorkQueue {
 public:
  /// Queues `work` and suspends until some thread completes it.
  Task<Status> run(core::Work& work);

  /// Waits for work, then takes up to `most` units in FIFO order. Empty only when the queue is
  /// closed and nothing is left. What it throws leaves the queue as it was.
  [[nodiscard]] Batch take(std::size_t most);

  /// Lets take() end after what is queued.
  void close();

  [[nodiscard]] std::size_t size() const;

 private:
  void push(std::unique_ptr<PendingWork> work);

  /// Of works without an outcome; made in advance, so that there is one when memory is short.
  const std::exception_ptr unfinished_ =
      std::make_exception_ptr(std::runtime_error("the engine did not finish a unit of work"));
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<PendingWork>> waiting_;
  bool closed_ = false;
};

}  // namespace parley::storage::sqlite
