// A realtime client that behaves like the published SDK: it logs in, listens and pings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "base/task.hpp"

namespace parley::bench {

using Endpoint = asio::ip::tcp::endpoint;

/// The user of a client, and its presence subscription.
struct Account {
  std::string uid;
  std::string auth_token;
  std::string role;  ///< Role whose presence it subscribes to. Empty for none.
};

class Client {
 public:
  /// `number`: index of the client in this process. Selects its local address.
  Client(asio::io_context& context, Endpoint server, Account account, std::size_t number);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] const Account& account() const { return account_; }

  /// Connects and logs in. Throws boost::system::system_error, or std::runtime_error if the
  /// server rejects the login.
  Task<void> open();

  /// Waits for the next frame. The view is valid until the next call. Throws when the connection
  /// ends.
  Task<std::string_view> hear();

  /// Sends a ping without waiting for it. Does nothing if the client is not logged in, or if the
  /// last ping is still being written.
  void ping();

  /// Closes the connection like a page that is left. Never throws.
  Task<void> close();

 private:
  using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
  using Stream = boost::beast::websocket::stream<Socket, false>;

  void bind();

  asio::io_context& context_;
  const Endpoint server_;
  const Account account_;
  const asio::ip::address_v4 from_;
  std::optional<Stream> stream_;
  boost::beast::flat_buffer received_;
  bool is_logged_in_ = false;  ///< No pings before that: the first answer must be to the login.
  bool is_pinging_ = false;
};

}  // namespace parley::bench
