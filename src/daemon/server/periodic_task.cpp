#include "daemon/server/periodic_task.hpp"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "base/log.hpp"
#include "base/log_failure.hpp"

namespace parley::daemon {

PeriodicTask::PeriodicTask(asio::io_context& context, std::string_view event,
                           std::chrono::milliseconds interval, Work work)
    : context_(context),
      event_(event),
      interval_(interval),
      work_(std::move(work)),
      timer_(context) {}

void PeriodicTask::start() { asio::co_spawn(context_, run(), LogFailure{event_}); }

void PeriodicTask::stop() {
  asio::post(context_, [this] {
    stopped_ = true;
    timer_.cancel();
  });
}

Task<void> PeriodicTask::run() {
  ReservedWait wait;
  while (!stopped_) {
    timer_.expires_after(interval_);
    co_await wait.on(timer_);
    if (stopped_) co_return;
    try {
      co_await work_once();
    } catch (...) {
      LogFailure{event_}(std::current_exception());
    }
  }
}

Task<void> PeriodicTask::work_once() {
  const auto done = co_await work_();
  if (done) co_return;
  const auto& error = done.error();
  const std::string_view reason = error->internal.empty() ? error->message : error->internal;
  log::write_sparsely(log::Level::error, event_, reason);
}

}  // namespace parley::daemon
