// The pause between two attempts to accept a connection.
#pragma once

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/deferred.hpp>

#include "base/task.hpp"

namespace parley::http {

/// Waits before the next accept, so that a lasting failure (mostly no free file descriptors) does
/// not make the loop spin.
[[nodiscard]] inline Task<void> pause_after_failed_accept(Executor executor) {
  using Clock = std::chrono::steady_clock;
  boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor> timer(
      executor, std::chrono::milliseconds(100));
  co_await timer.async_wait(boost::asio::as_tuple(boost::asio::deferred));
}

}  // namespace parley::http
