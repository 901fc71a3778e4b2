#include "storage/sqlite/work_queue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parley::storage::sqlite {
namespace {

template <class Handler>
class PendingHandler final : public PendingWork {
 public:
  PendingHandler(core::Work& work, Handler handler)
      : PendingWork(work),
        handler_(std::move(handler)),
        executor_(asio::make_work_guard(handler_)) {}

  void complete(std::exception_ptr bug, Status status) override {
    // The guard goes along, so that it is the context's own thread that finds no work left. This
    // one could find it, be late, and stop a context that has begun to run again.
    const auto executor = executor_.get_executor();
    asio::post(executor, [handler = std::move(handler_), guard = std::move(executor_),
                          bug = std::move(bug), status = std::move(status)]() mutable {
      std::move(handler)(std::move(bug), std::move(status));
    });
  }

 private:
  using WorkGuard = decltype(asio::make_work_guard(std::declval<Handler&>()));

  Handler handler_;
  WorkGuard executor_;
};

}  // namespace

Task<Status> WorkQueue::run(core::Work& work) {
  constexpr asio::use_awaitable_t<Executor> use_task;
  co_return co_await asio::async_initiate<decltype(use_task), void(std::exception_ptr, Status)>(
      [this, &work](auto handler) {
        push(std::make_unique<PendingHandler<decltype(handler)>>(work, std::move(handler)));
      },
      use_task);
}

std::vector<std::unique_ptr<PendingWork>> WorkQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, waiting_.size()));
  std::vector<std::unique_ptr<PendingWork>> taken(
      std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.begin() + count));
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  return taken;
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
