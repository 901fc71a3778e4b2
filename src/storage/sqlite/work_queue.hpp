// Units of work on their way from coroutines to a thread of the engine and back. Whatever the way
// back needs is reserved before a unit is queued: when memory has run out, a unit that was queued
// is still answered.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/intrusive/list.hpp>

#include "base/handler_memory.hpp"
#include "base/result.hpp"
#include "base/task.hpp"
#include "core/store.hpp"

namespace parley::storage::sqlite {

/// A unit of work, the coroutine that waits for it, and its outcome. It lives in the frame of that
/// coroutine: neither queueing it nor resuming the coroutine allocates.
class PendingWork : public boost::intrusive::list_base_hook<> {
 public:
  using Handler = asio::async_result<asio::use_awaitable_t<Executor>,
                                     void(std::exception_ptr, Status)>::handler_type;

  /// `executor`: where the coroutine waits. `unfinished`: its outcome unless settle() is called.
  PendingWork(core::Work& work, const Executor& executor, std::exception_ptr unfinished);
  PendingWork(const PendingWork&) = delete;
  PendingWork& operator=(const PendingWork&) = delete;
  ~PendingWork() = default;

  [[nodiscard]] core::Work& work() const { return work_; }

  /// The outcome: `bug` if it is set, else `status`.
  void settle(std::exception_ptr bug, Status status) noexcept;

 private:
  friend class Batch;
  friend class WorkQueue;
  class Resumption;

  core::Work& work_;
  /// Keeps the context running until the frame ends, which is on the context's own thread. If
  /// another thread released the last work, it could stop a context that has begun to run again.
  asio::executor_work_guard<Executor> guard_;
  HandlerMemory memory_;
  std::optional<Handler> handler_;  ///< Resumes the coroutine.
  std::exception_ptr bug_;
  Status status_;
};

using PendingWorks = boost::intrusive::list<PendingWork>;

/// The units of work that a thread of the engine has taken. Its end resumes the coroutines that
/// wait for them, in FIFO order, whatever was thrown in between. All coroutines of one I/O thread
/// are handed to it at once, so that it is woken once.
class Batch {
 public:
  Batch() = default;
  Batch(Batch&&) = default;
  Batch& operator=(Batch&&) = delete;
  ~Batch();

  [[nodiscard]] bool empty() const { return works_.empty(); }
  [[nodiscard]] std::size_t size() const { return works_.size(); }

  [[nodiscard]] auto begin() { return works_.begin(); }
  [[nodiscard]] auto end() { return works_.end(); }

  /// ERR_SERVICE_UNAVAILABLE as the outcome of all, and one line `event` in the log.
  void fail_all(std::string_view event, std::string_view reason) noexcept;

 private:
  friend class WorkQueue;

  PendingWorks works_;
};

/// A queue that many threads fill. Bounded by the callers: each coroutine waits for its work.
class WorkQueue {
 public:
  /// Queues `work` and suspends until some thread completes it. Throws std::bad_alloc before it is
  /// queued, or never.
  Task<Status> run(core::Work& work);

  /// Waits for work, then takes up to `most` units in FIFO order. Empty only when the queue is
  /// closed and nothing is left. Allocates nothing.
  [[nodiscard]] Batch take(std::size_t most);

  /// Lets take() end after what is queued.
  void close();

  [[nodiscard]] std::size_t size() const;

 private:
  void push(PendingWork& work);

  /// Of units without an outcome; made in advance, so that there is one when memory is short.
  const std::exception_ptr unfinished_ =
      std::make_exception_ptr(std::runtime_error("the engine did not finish a unit of work"));
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  PendingWorks waiting_;
  bool closed_ = false;
};

}  // namespace parley::storage::sqlite
