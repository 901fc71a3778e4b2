#include "base/wakeup.hpp"

#include <new>
#include <utility>

#include <boost/asio/post.hpp>

namespace parley {

void Wakeup::notify() {
  const std::lock_guard lock(state_->mutex);
  if (state_->notified) return;
  if (state_->waiting != nullptr) {
    // A timer may be cancelled on its own thread only.
    asio::post(state_->waiting->get_executor(), [state = state_] {
      const std::lock_guard lock_there(state->mutex);
      if (state->waiting != nullptr) state->waiting->cancel();
    });
  }
  state_->notified = true;
}

Task<void> Wakeup::wait(std::chrono::milliseconds most) {
  /// Ends the wait however the coroutine ends, before its timer is destroyed.
  struct Waiting {
    std::shared_ptr<State> state;
    ~Waiting() {
      const std::lock_guard lock(state->mutex);
      state->waiting = nullptr;
    }
  };
  Timer timer(co_await asio::this_coro::executor);
  timer.expires_after(most);
  const Waiting waiting{state_};
  {
    const std::lock_guard lock(waiting.state->mutex);
    if (std::exchange(waiting.state->notified, false)) co_return;
    waiting.state->waiting = &timer;
  }
  ReservedWait expiry;
  const auto [code] = co_await expiry.on(timer);
  if (code == boost::system::errc::not_enough_memory) throw std::bad_alloc();
  const std::lock_guard lock(waiting.state->mutex);
  waiting.state->notified = false;
}

}  // namespace parley
