// The loop of a listening socket.
#pragma once

#include <chrono>
#include <exception>
#include <string_view>

#include <boost/asio/error.hpp>
#include <boost/system/error_code.hpp>

#include "base/log.hpp"
#include "base/log_failure.hpp"
#include "base/reserved_wait.hpp"
#include "base/task.hpp"

namespace parley::http {

/// How long a loop pauses when it could not accept a connection. The cause often lasts, mostly no
/// free file descriptors.
constexpr std::chrono::milliseconds kAcceptPause{100};

/// Calls `accept() -> error_code` whenever `acceptor` has a connection, until it is closed.
/// Failures and exceptions of `accept` are logged as `event` (static storage), and do not end the
/// loop. The acceptor must be non-blocking and must outlive the loop.
template <class Acceptor, class Accept>
Task<void> accept_until_closed(Acceptor& acceptor, std::string_view event, Accept accept) {
  ReservedWait wait;
  Timer pause(acceptor.get_executor());
  while (true) {
    co_await wait.on_connection(acceptor);
    if (!acceptor.is_open()) co_return;
    try {
      const boost::system::error_code code = accept();
      if (!code || code == asio::error::would_block || code == asio::error::connection_aborted)
        continue;
      log::write_sparsely(log::Level::warn, event, code.message());
    } catch (...) {
      LogFailure{event}(std::current_exception());
    }
    pause.expires_after(kAcceptPause);
    co_await wait.on(pause);
    if (!acceptor.is_open()) co_return;
  }
}

}  // namespace parley::http
