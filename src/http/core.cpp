#include "http/core.hpp"

#include <ctime>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

#include "base/log.hpp"
#include "base/log_failure.hpp"

namespace parley::http {
namespace {

/// As RFC 9110 wants it: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(Time time) {
  const std::time_t seconds = to_unix_seconds(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  const auto length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text, length};
}

}  // namespace

Core::Core(asio::io_context& context, const Clock& clock, const Limits& limits)
    : context_(context), clock_(clock), limits_(limits), timer_(context) {
  read_clocks();
}

/// Calls only cancel operations; connections leave the list later, when those complete.
template <class F>
void Core::for_all(F tell) {
  for (auto* connection : connections_) {
    try {
      tell(*connection);
    } catch (...) {
      LogFailure{"connection_failed"}(std::current_exception());
    }
  }
}

void Core::start() {
  asio::co_spawn(
      context_, [self = shared_from_this()] { return self->sweep_until_stopped(); },
      [self = shared_from_this()](const std::exception_ptr& failure) {
        if (failure) log::error("sweep_failed");
      });
}

void Core::stop() {
  asio::post(context_, [self = shared_from_this()] {
    self->stopped_ = true;
    self->timer_.cancel();
  });
}

void Core::drain() {
  asio::post(context_, [self = shared_from_this()] {
    self->draining_ = true;
    self->for_all([](Watched& connection) { connection.drain(); });
  });
}

void Core::cut() {
  asio::post(context_, [self = shared_from_this()] {
    self->for_all([](Watched& connection) { connection.cut(); });
  });
}

Core::Connections::iterator Core::watch(Watched& connection) {
  connections_.push_front(&connection);
  return connections_.begin();
}

Task<void> Core::sweep_until_stopped() {
  while (!stopped_) {
    sweep();
    timer_.expires_after(limits_.sweep_interval);
    co_await timer_.async_wait(asio::as_tuple(asio::deferred));
  }
}

void Core::sweep() {
  read_clocks();
  for_all([this](Watched& connection) {
    if (connection.deadline() < now_) connection.expire();
  });
}

void Core::read_clocks() {
  now_ = std::chrono::steady_clock::now();
  date_ = http_date(clock_.now());
}

}  // namespace parley::http
