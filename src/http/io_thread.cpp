#include "http/io_thread.hpp"

#include <ctime>
#include <exception>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "base/log_failure.hpp"

namespace parley::http {
namespace {

/// Writes `time` as RFC 9110 requires: "Sun, 06 Nov 1994 08:49:37 GMT". Allocates only if `date` is
/// shorter.
void write_http_date(Time time, std::string& date) {
  const std::time_t seconds = to_unix_seconds(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  const auto length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  date.assign(text, length);
}

}  // namespace

IoThread::IoThread(asio::io_context& context, const Clock& clock, const Limits& limits)
    : context_(context), clock_(clock), limits_(limits), timer_(context) {
  read_clocks();
}

void IoThread::start() {
  asio::co_spawn(
      context_, [self = shared_from_this()] { return self->sweep_until_stopped(); },
      LogFailure{"sweep_failed"});
}

void IoThread::stop() {
  asio::post(context_, [self = shared_from_this()] {
    self->stopped_ = true;
    self->timer_.cancel();
  });
}

void IoThread::drain() {
  asio::post(context_, [self = shared_from_this()] {
    self->draining_ = true;
    self->for_each_connection([](DeadlineWatch& connection) { connection.drain(); });
  });
}

void IoThread::cut() {
  asio::post(context_, [self = shared_from_this()] {
    self->for_each_connection([](DeadlineWatch& connection) { connection.cut(); });
  });
}

void IoThread::unwatch(Connections::iterator connection) noexcept {
  if (next_ == connection) ++next_;
  connections_.erase(connection);
}

/// Callbacks may remove connections. What they throw is logged: a connection that fails must not
/// cost the others their deadlines.
template <class F>
void IoThread::for_each_connection(F callback) {
  next_ = connections_.begin();
  while (next_ != connections_.end()) {
    auto& connection = **next_++;
    try {
      callback(connection);
    } catch (...) {
      LogFailure{"connection_failed"}(std::current_exception());
    }
  }
}

Task<void> IoThread::sweep_until_stopped() {
  ReservedWait wait;
  while (!stopped_) {
    sweep();
    timer_.expires_after(limits_.sweep_interval);
    co_await wait.on(timer_);
  }
}

void IoThread::sweep() {
  read_clocks();
  for_each_connection([this](DeadlineWatch& connection) {
    if (connection.deadline() < now_) connection.expire();
  });
}

void IoThread::read_clocks() {
  now_ = std::chrono::steady_clock::now();
  write_http_date(clock_.now(), date_);
}

}  // namespace parley::http
