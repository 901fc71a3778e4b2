// The HTTP server: listeners, and connections spread over the cores.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/task.hpp"
#include "http/endpoint.hpp"
#include "http/handler.hpp"
#include "http/limits.hpp"
#include "http/observer.hpp"
#include "http/place.hpp"
#include "http/tls.hpp"

namespace parley::http {

class Listener;

/// Each listener accepts on the first core and gives every connection to the core with the fewest;
/// there it stays. All functions may be called from any thread, but not from two at once.
class Server {
 public:
  /// `cores`: each run by one thread of the caller. Ignores SIGPIPE for the whole process.
  Server(const std::vector<asio::io_context*>& cores, const Clock& clock,
         const Limits& limits = {});
  /// Tells the cores to stop accepting and sweeping. Their contexts must outlive that: let each run
  /// out of work before it is destroyed.
  ~Server();

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds and listens, and answers the bound endpoint (the port is the kernel's choice when it was
  /// 0). `tls` may be null for plain HTTP; it, `handler` and `observer` (may be null) outlive the
  /// connections. On failure the error's `message` is one line such as "127.0.0.1:8080 is in use by
  /// another program". Nothing is accepted before start().
  [[nodiscard]] Result<Endpoint> listen(const Endpoint& endpoint, const Tls* tls, Handler& handler,
                                        Observer* observer = nullptr);

  /// Starts accepting on every listener. Call once.
  void start();

  /// Closes every listener; connections go on. Idempotent.
  void stop_accepting();

  /// Stops accepting, closes idle connections, lets requests being answered finish (with
  /// `connection: close`) and cuts what is left after `patience`. Blocks until then, so it must not
  /// be called on a core; the cores must be running. Answers how many connections were cut.
  std::size_t drain(std::chrono::milliseconds patience);

  /// Open connections of all listeners.
  [[nodiscard]] std::size_t connections() const;

 private:
  using Told = std::shared_ptr<const std::atomic<std::size_t>>;

  Told tell_cores(void (Core::*action)());

  std::vector<std::shared_ptr<Core>> cores_;
  std::vector<std::shared_ptr<Listener>> listeners_;
  std::shared_ptr<ConnectionCounts> by_address_ = std::make_shared<ConnectionCounts>();
  bool started_ = false;
};

}  // namespace parley::http
