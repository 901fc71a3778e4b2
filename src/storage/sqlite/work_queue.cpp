#include "storage/sqlite/work_queue.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <new>
#include <thread>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace parley::storage::sqlite {
namespace {

// Holds the context until it is gone, which is on the context's own thread: that one is to find no
// work left. Another could find it, be late, and stop a context that has begun to run again.
template <class Handler>
class PendingHandler final : public PendingWork {
 public:
  PendingHandler(core::Work& work, Handler handler)
      : PendingWork(work), handler_(std::move(handler)), guard_(asio::make_work_guard(handler_)) {}

  [[nodiscard]] Executor executor() const override { return guard_.get_executor(); }

  void resume(std::exception_ptr bug, Status status) override {
    std::move(handler_)(std::move(bug), std::move(status));
  }

 private:
  Handler handler_;
  decltype(asio::make_work_guard(std::declval<Handler&>())) guard_;
};

constexpr std::chrono::milliseconds kMemoryPause{1};

/// Calls `allocate` until there is memory for it: to give up would leave coroutines waiting.
template <class F>
void insist(F allocate) noexcept {
  for (;;) {
    try {
      return allocate();
    } catch (const std::bad_alloc&) {
      std::this_thread::sleep_for(kMemoryPause);
    }
  }
}

}  // namespace

Batch::~Batch() {
  while (!works_.empty()) {
    const auto executor = works_.front().pending->executor();
    const auto others = std::stable_partition(works_.begin(), works_.end(), [&](const Work& work) {
      return work.pending->executor() == executor;
    });
    std::shared_ptr<Works> here;
    insist([&] {
      here = std::make_shared<Works>();
      here->reserve(static_cast<std::size_t>(others - works_.begin()));
    });
    here->assign(std::make_move_iterator(works_.begin()), std::make_move_iterator(others));
    works_.erase(works_.begin(), others);
    insist([&] { asio::post(executor, [executor, here] { resume_all(executor, here); }); });
  }
}

/// Resumes each from a handler of its own, so that one that throws does not take others with it.
/// The handlers move the units of work out: these must end on the I/O thread (PendingHandler),
/// while the engine's thread may be the last to release the vector.
void Batch::resume_all(const Executor& executor, const std::shared_ptr<Works>& works) noexcept {
  for (std::size_t i = 0; i < works->size(); ++i) {
    insist([&] {
      asio::defer(executor, [works, i] {
        auto work = std::move((*works)[i]);
        work.pending->resume(std::move(work.bug), std::move(work.status));
      });
    });
  }
}

void Batch::settle(std::size_t i, std::exception_ptr bug, Status status) noexcept {
  works_[i].bug = std::move(bug);
  works_[i].status = std::move(status);
}

void Batch::settle_all(const Error& error) noexcept {
  for (std::size_t i = 0; i < works_.size(); ++i) settle(i, nullptr, error);
}

Task<Status> WorkQueue::run(core::Work& work) {
  constexpr asio::use_awaitable_t<Executor> use_task;
  co_return co_await asio::async_initiate<decltype(use_task), void(std::exception_ptr, Status)>(
      [this, &work](auto handler) {
        push(std::make_unique<PendingHandler<decltype(handler)>>(work, std::move(handler)));
      },
      use_task);
}

Batch WorkQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
  Batch batch;
  const auto count = std::min(most, waiting_.size());
  batch.works_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    batch.works_.push_back({std::move(waiting_.front()), unfinished_, {}});
    waiting_.pop_front();
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

void WorkQueue::push(std::unique_ptr<PendingWork> work) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  changed_.notify_one();
}

}  // namespace parley::storage::sqlite
