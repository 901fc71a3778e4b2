// One realtime client, as the published SDK behaves: it logs in, listens, and pings.
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

/// Who logs in, and what it wants to hear.
struct Account {
  std::string uid;
  std::string auth_token;
  std::string role;  ///< Whose presence it subscribes to; empty: nobody's.
};

class Client {
 public:
  /// `number` tells the clients of this process apart.
  Client(asio::io_context& context, Endpoint server, Account account, std::size_t number);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] const Account& account() const { return account_; }

  /// Connects and logs in. Throws boost::system::system_error, or std::runtime_error when the
  /// server refuses the login.
  Task<void> open();

  /// Waits for the next frame; it is valid until the next call. Throws when the connection ends.
  Task<std::string_view> hear();

  /// Sends a ping once it is logged in, without waiting for anything.
  void ping();

  /// Closes the connection as a page that is left does; never throws.
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
  bool is_logged_in_ = false;  ///< The first answer is the one to the login, and not to a ping.
  bool is_pinging_ = false;
};

}  // namespace parley::bench
