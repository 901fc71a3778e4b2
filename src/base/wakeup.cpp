#include "base/wakeup.hpp"

#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

namespace parley {

void Wakeup::notify() {
  const std::lock_guard lock(mutex_);
  if (notified_) return;
  if (waiting_ != nullptr) {
    // A timer may be cancelled on its own thread only.
    asio::post(waiting_->get_executor(), [this] {
      const std::lock_guard lock_there(mutex_);
      if (waiting_ != nullptr) waiting_->cancel();
    });
  }
  notified_ = true;
}

Task<void> Wakeup::wait(std::chrono::milliseconds most) {
  Timer timer(co_await asio::this_coro::executor);
  timer.expires_after(most);
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(notified_, false)) co_return;
    waiting_ = &timer;
  }
  co_await timer.async_wait(asio::as_tuple(asio::deferred));
  const std::lock_guard lock(mutex_);
  waiting_ = nullptr;
  notified_ = false;
}

}  // namespace parley
