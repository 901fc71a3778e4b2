#include "storage/sqlite/work_queue.hpp"

#include <algorithm>
#include <iterator>
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

// Each as a handler of its own, so that one that throws takes none with it.
void resume_all(const Executor& executor, std::vector<CompletedWork>& works) {
  for (auto& completed : works) {
    asio::defer(executor, [completed = std::move(completed)]() mutable {
      completed.work->resume(std::move(completed.bug), std::move(completed.status));
    });
  }
}

}  // namespace

void complete(std::vector<CompletedWork> works) {
  while (!works.empty()) {
    const auto executor = works.front().work->executor();
    const auto others = std::stable_partition(
        works.begin(), works.end(),
        [&](const auto& completed) { return completed.work->executor() == executor; });
    std::vector<CompletedWork> here(std::make_move_iterator(works.begin()),
                                    std::make_move_iterator(others));
    works.erase(works.begin(), others);
    asio::post(executor,
               [executor, here = std::move(here)]() mutable { resume_all(executor, here); });
  }
}

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
