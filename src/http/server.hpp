// The HTTP server: listeners, and connections distributed over the I/O threads.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/task.hpp"
#include "http/connection_slot.hpp"
#include "http/endpoint.hpp"
#include "http/handler.hpp"
#include "http/limits.hpp"
#include "http/observer.hpp"
#include "http/tls.hpp"

namespace parley::http {

class Listener;

/// Listeners accept on the first I/O thread. Each connection is assigned to the I/O thread with the
/// fewest connections and stays there. Functions may be called from any thread, but not
/// concurrently.
class Server {
 public:
  /// `io_threads`: one context per I/O thread; the caller runs each on exactly one thread. `clock`
  /// must outlive them. Ignores SIGPIPE for the whole process.
  Server(const std::vector<asio::io_context*>& io_threads, const Clock& clock,
         const Limits& limits = {});
  /// Posts to the I/O threads to stop accepting and checking deadlines. Let each context run out of
  /// work before it is destroyed.
  ~Server();

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds, listens, and returns the bound endpoint, with the port that the kernel chose for port
  /// 0.
  /// `tls` is null for plain HTTP. `tls`, `handler` and `observer`, which may be null, must outlive
  /// the connections. On failure the error's `message` is one line such as "127.0.0.1:8080 is in
  /// use by another program". Nothing is accepted before start().
  [[nodiscard]] Result<Endpoint> listen(const Endpoint& endpoint, const Tls* tls, Handler& handler,
                                        Observer* observer = nullptr);

  /// Starts accepting on every listener. Call once.
  void start();

  /// Closes every listener; open connections continue. Idempotent.
  void stop_accepting();

  /// Stops accepting, closes idle connections, lets requests in progress finish (with `connection:
  /// close`) and cuts the connections that are left after `patience`. Blocks for up to `patience`
  /// plus one second, so it must not be called on an I/O thread. The I/O threads must be running.
  /// Returns the number of connections that were cut.
  std::size_t drain(std::chrono::milliseconds patience);

  /// The number of open connections of all listeners.
  [[nodiscard]] std::size_t connections() const;

 private:
  using PendingThreads = std::shared_ptr<const std::atomic<std::size_t>>;

  PendingThreads call_each(void (IoThread::*action)());

  std::vector<std::shared_ptr<IoThread>> io_threads_;
  std::vector<std::shared_ptr<Listener>> listeners_;
  std::shared_ptr<ConnectionCounts> by_address_ = std::make_shared<ConnectionCounts>();
  bool started_ = false;
};

}  // namespace parley::http
