// Runs coroutines of the load concurrently and at given times.
#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>

#include "base/task.hpp"

namespace parley::bench {

using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

inline Task<void> wait_until(asio::io_context& context, Clock::time_point moment) {
  Timer timer(context, moment);
  co_await timer.async_wait(asio::deferred);
}

inline Task<void> pause(asio::io_context& context, Clock::duration duration) {
  co_await wait_until(context, Clock::now() + duration);
}

/// Runs make(0) to make(count - 1) concurrently until all have finished. If any of them threw,
/// rethrows the last exception.
template <class F>
Task<void> side_by_side(asio::io_context& context, std::size_t count, F make) {
  Timer all_done(context, Clock::time_point::max());
  std::exception_ptr failure;
  std::size_t running = count;
  for (std::size_t i = 0; i < count; ++i) {
    asio::co_spawn(context, make(i), [&](std::exception_ptr thrown) {
      if (thrown) failure = thrown;
      if (--running == 0) all_done.cancel();
    });
  }
  while (running > 0) co_await all_done.async_wait(asio::as_tuple(asio::deferred));
  if (failure) std::rethrow_exception(failure);
}

}  // namespace parley::bench
