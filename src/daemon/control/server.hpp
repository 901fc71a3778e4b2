// Lets the operator's commands reach the running server: a unix socket that only its owner can
// open. One line asks, one line answers (commands/execute.hpp).
#pragma once

#include <list>
#include <memory>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/control/socket_path.hpp"
#include "daemon/data_directory.hpp"

namespace parley::daemon {

/// Works on the core of `context`, which must have run out of work before this is destroyed.
class ControlServer {
 public:
  /// The domain outlives this.
  ControlServer(asio::io_context& context, core::Domain& domain, const DataDirectory& directory);
  /// Removes the socket.
  ~ControlServer();
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

  /// Binds. The caller holds the lock of the directory, so that a socket found there is a dead
  /// server's. The error's message is one line.
  [[nodiscard]] Status open();

  /// Starts answering. Once, after open().
  void start();

  /// Takes no more commands; those being carried out are answered. Any thread.
  void stop();

 private:
  using Protocol = asio::local::stream_protocol;
  using Acceptor = asio::basic_socket_acceptor<Protocol, Executor>;
  using Socket = asio::basic_stream_socket<Protocol, Executor>;
  using Sockets = std::list<Socket>;
  class Serving;

  Task<void> accept_until_stopped();
  Task<void> pause();
  Task<void> serve(std::unique_ptr<Serving> serving);

  asio::io_context& context_;
  core::Domain& domain_;
  ControlSocketPath path_;
  Acceptor acceptor_;
  Sockets sockets_;
};

}  // namespace parley::daemon
