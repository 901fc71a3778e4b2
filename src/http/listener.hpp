// Accepts connections on one endpoint and distributes them over the I/O threads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/result.hpp"
#include "base/task.hpp"
#include "http/connection_slot.hpp"
#include "http/endpoint.hpp"
#include "http/handler.hpp"
#include "http/io_thread.hpp"
#include "http/observer.hpp"
#include "http/plain_stream.hpp"
#include "http/tls.hpp"

namespace parley::http {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  using IoThreads = std::vector<std::shared_ptr<IoThread>>;

  /// Accepts on the first of `io_threads`. `by_address` counts connections per address and is
  /// shared by all listeners of a server. `tls` is null for plain HTTP. `tls`, `handler` and
  /// `observer`, which may be null, must outlive the connections.
  Listener(IoThreads io_threads, std::shared_ptr<ConnectionCounts> by_address, const Tls* tls,
           Handler& handler, Observer* observer);

  /// Binds and listens; see Server::listen.
  [[nodiscard]] Result<Endpoint> open(const Endpoint& endpoint);

  /// Starts accepting. Call once, after open(). Any thread.
  void start();
  /// Stops accepting. Any thread.
  void stop();

 private:
  using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

  [[nodiscard]] IoError accept();
  void hand_over(std::shared_ptr<IoThread> io_thread, Socket socket,
                 const asio::ip::tcp::endpoint& peer);
  [[nodiscard]] const std::shared_ptr<IoThread>& least_loaded_io_thread() const;
  [[nodiscard]] bool is_full() const;
  [[nodiscard]] bool is_limited(const asio::ip::address& peer) const;
  void refuse(Socket& socket, const Error& error) const;

  IoThreads io_threads_;
  std::shared_ptr<ConnectionCounts> by_address_;
  Acceptor acceptor_;
  const Tls* tls_;
  Handler& handler_;
  Observer* observer_;
};

}  // namespace parley::http
