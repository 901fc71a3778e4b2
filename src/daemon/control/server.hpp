// The control socket, through which the operator's commands reach the running server. Only its
// owner can open this Unix socket. Each connection sends one line and gets one line back
// (commands/execute.hpp).
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
#include "daemon/data/data_directory.hpp"

namespace parley::daemon {

/// Runs on the I/O thread of `context`, which must have run out of work before this is destroyed.
class ControlServer {
 public:
  /// The domain must outlive this.
  ControlServer(asio::io_context& context, core::Domain& domain, const DataDirectory& directory);
  /// Removes the socket.
  ~ControlServer();
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

  /// Binds the socket. The caller holds the directory's lock, so an existing socket belongs to a
  /// dead server and is replaced. The error's message is one line.
  [[nodiscard]] Status open();

  /// Starts accepting commands. Call it once, after open().
  void start();

  /// Accepts no more commands; running ones are completed. Safe from any thread.
  void stop();

 private:
  using Protocol = asio::local::stream_protocol;
  using Acceptor = asio::basic_socket_acceptor<Protocol, Executor>;
  using Socket = asio::basic_stream_socket<Protocol, Executor>;
  using Sockets = std::list<Socket>;
  class Serving;

  [[nodiscard]] boost::system::error_code accept();
  Task<void> serve(std::unique_ptr<Serving> serving);

  asio::io_context& context_;
  core::Domain& domain_;
  ControlSocketPath path_;
  Acceptor acceptor_;
  Sockets sockets_;
};

}  // namespace parley::daemon
