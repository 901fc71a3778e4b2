// Passes units of work from coroutines to a thread of the engine, and their outcomes back. The
// memory for the way back is reserved before a unit is queued: even if memory runs out, every
// queued unit gets an outcome.
//
//     I/O thread                 engine thread               I/O thread
//     WorkQueue::run() suspends
//     PendingUnit -> queue  ->   take() -> Batch
//                                run each, settle()
//                                ~Batch() posts         ->   handler resumes the coroutine
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

/// A unit of work, the coroutine that waits for it, and its outcome. Lives in the frame of that
/// coroutine, so that neither queueing it nor resuming the coroutine allocates memory.
class PendingUnit : public boost::intrusive::list_base_hook<> {
 public:
  using Handler = asio::async_result<asio::use_awaitable_t<Executor>,
                                     void(std::exception_ptr, Status)>::handler_type;

  /// `executor`: the executor of the coroutine. `unfinished`: the outcome if settle() is not
  /// called.
  PendingUnit(core::UnitOfWork& work, const Executor& executor, std::exception_ptr unfinished);
  PendingUnit(const PendingUnit&) = delete;
  PendingUnit& operator=(const PendingUnit&) = delete;
  ~PendingUnit() = default;

  [[nodiscard]] core::UnitOfWork& work() const { return work_; }

  /// Sets the outcome: `bug` if it is not null, otherwise `status`.
  void settle(std::exception_ptr bug, Status status) noexcept;

 private:
  friend class Batch;
  friend class WorkQueue;
  class Resumption;

  core::UnitOfWork& work_;
  /// Keeps the io_context running while the coroutine waits.
  ///
  /// The coroutine's frame holds the guard, not the engine's thread, so that it is released on the
  /// context's own thread. Asio stops a context when the last work is released. From another
  /// thread, that stop could come late: run() may have returned and been called again, and the stop
  /// would end the second run.
  asio::executor_work_guard<Executor> guard_;
  HandlerMemory memory_;
  std::optional<Handler> handler_;  ///< Resumes the coroutine.
  std::exception_ptr bug_;
  Status status_;
};

using PendingWorks = boost::intrusive::list<PendingUnit>;

/// The units of work that a thread of the engine has taken. The destructor resumes the waiting
/// coroutines in FIFO order, even if an exception was thrown in between. The coroutines of each
/// executor are posted together, so that each I/O thread is woken once per batch.
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

  /// Sets the outcome of all units to ERR_SERVICE_UNAVAILABLE, and logs `event` once.
  void fail_all(std::string_view event, std::string_view reason) noexcept;

 private:
  friend class WorkQueue;

  PendingWorks works_;
};

/// A thread-safe FIFO queue. Its length is bounded by the number of callers, because each coroutine
/// waits for its unit of work.
class WorkQueue {
 public:
  /// Queues `work`, and suspends until a thread of the engine has completed it. Returns its
  /// outcome, or throws if that is an exception. Throws std::bad_alloc only before the work is
  /// queued.
  Task<Status> run(core::UnitOfWork& work);

  /// Blocks until there is work, then takes up to `most` units in FIFO order. Returns an empty
  /// batch only if the queue is closed and empty. Does not allocate memory.
  [[nodiscard]] Batch take(std::size_t most);

  /// Makes take() return an empty batch once the queue is empty.
  void close();

  [[nodiscard]] std::size_t size() const;

 private:
  void push(PendingUnit& work);

  /// The outcome of units that are never settled. Created in advance, in case memory runs out.
  const std::exception_ptr unfinished_ =
      std::make_exception_ptr(std::runtime_error("the engine did not finish a unit of work"));
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  PendingWorks waiting_;
  bool closed_ = false;
};

}  // namespace parley::storage::sqlite
