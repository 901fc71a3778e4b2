#include "storage/sqlite/work_queue.hpp"

#include <new>
#include <utility>

#include <boost/asio/this_coro.hpp>

#include "storage/sqlite/engine_failure.hpp"

namespace parley::storage::sqlite {

PendingUnit::PendingUnit(core::UnitOfWork& work, const Executor& executor,
                         std::exception_ptr unfinished)
    : work_(work), guard_(executor), bug_(std::move(unfinished)) {}

void PendingUnit::settle(std::exception_ptr bug, Status status) noexcept {
  bug_ = std::move(bug);
  status_ = std::move(status);
}

/// A posted handler that resumes the coroutines of one executor, on its thread. If the context is
/// destroyed before the handler has run, the handler's destructor destroys the coroutines.
class PendingUnit::Resumption {
 public:
  explicit Resumption(PendingWorks works) : works_(std::move(works)) {}
  Resumption(Resumption&&) = default;
  Resumption& operator=(Resumption&&) = delete;
  ~Resumption() {
    while (!works_.empty()) static_cast<void>(take_first());
  }

  /// Posts a handler for `works`, which share an executor. It uses the memory of the first of them.
  static void post(PendingWorks works) noexcept {
    auto& first = works.front();
    post_in(first.memory_, first.guard_.get_executor(), Resumption(std::move(works)));
  }

  /// Resumes each coroutine in its own handler, so that an exception from one does not affect the
  /// others.
  void operator()() && {
    if (works_.size() == 1) return resume_first();
    while (!works_.empty()) {
      PendingWorks one;
      one.splice(one.end(), works_, works_.begin());
      post(std::move(one));
    }
  }

 private:
  /// Removes the first unit of work from the list and moves its handler out. The handler must not
  /// run, or be destroyed, inside the PendingUnit: either may end the frame that holds it.
  Handler take_first() {
    auto& work = works_.front();
    works_.pop_front();
    return *std::move(work.handler_);
  }

  void resume_first() {
    auto& work = works_.front();
    auto bug = std::move(work.bug_);
    auto status = std::move(work.status_);
    take_first()(std::move(bug), std::move(status));
  }

  PendingWorks works_;
};

Batch::~Batch() {
  while (!works_.empty()) {
    const auto executor = works_.front().guard_.get_executor();
    PendingWorks here;
    for (auto work = works_.begin(); work != works_.end();) {
      const auto current = work++;
      if (current->guard_.get_executor() == executor) here.splice(here.end(), works_, current);
    }
    PendingUnit::Resumption::post(std::move(here));
  }
}

void Batch::fail_all(std::string_view event, std::string_view reason) noexcept {
  try {
    const auto failure = logged_failure(event, reason);
    for (auto& work : works_) work.settle(nullptr, failure);
  } catch (const std::bad_alloc&) {
    for (auto& work : works_) work.settle(std::current_exception(), {});
  }
}

Task<Status> WorkQueue::run(core::UnitOfWork& work) {
  constexpr asio::use_awaitable_t<Executor> use_task;
  const auto executor = co_await asio::this_coro::executor;
  PendingUnit pending(work, executor, unfinished_);
  co_return co_await asio::async_initiate<decltype(use_task), void(std::exception_ptr, Status)>(
      [this, &pending](PendingUnit::Handler handler) {
        pending.handler_.emplace(std::move(handler));
        push(pending);
      },
      use_task);
}

Batch WorkQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
  Batch batch;
  while (!waiting_.empty() && batch.size() < most) {
    batch.works_.splice(batch.works_.end(), waiting_, waiting_.begin());
  }
  return batch;
}

void WorkQueue::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

std::size_t WorkQueue::size() const {
  const std::scoped_lock lock(mutex_);
  return waiting_.size();
}

void WorkQueue::push(PendingUnit& work) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(work);
  }
  changed_.notify_one();
}

}  // namespace parley::storage::sqlite
