// A TCP connection with TLS. OpenSSL uses the socket directly, which saves the buffers that
// asio::ssl::stream keeps for every connection.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <tuple>

#include "http/plain_stream.hpp"
#include "http/tls.hpp"

struct ssl_st;

namespace parley::http {

class TlsStream {
 public:
  static constexpr bool kSecure = true;

  /// `socket` must be connected and in non-blocking mode. Throws std::bad_alloc.
  TlsStream(Socket socket, const Tls& tls);

  // See PlainStream. If the client speaks plain HTTP, the stream does so, too.
  Task<bool> shake_hands();
  [[nodiscard]] bool is_wrongly_plain() const { return ssl_ == nullptr; }
  Task<std::tuple<IoError, std::size_t>> read_some(asio::mutable_buffer room);
  std::size_t read_now(asio::mutable_buffer room, IoError& code);
  auto wait_readable() {
    return socket_.async_wait(Socket::wait_read, asio::as_tuple(asio::deferred));
  }
  std::size_t write_now(std::string_view bytes, IoError& code);
  auto wait_writable() {
    return socket_.async_wait(Socket::wait_write, asio::as_tuple(asio::deferred));
  }
  void limit_send_buffer(int bytes) {
    IoError ignored;
    socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
  }
  [[nodiscard]] std::size_t unconfirmed() { return unconfirmed_bytes(socket_); }
  [[nodiscard]] bool has_input();
  void finish_writing();
  void cancel();
  void close();

 private:
  Task<std::optional<char>> first_byte();
  std::size_t read_now(asio::mutable_buffer room, IoError& code, Socket::wait_type& direction);

  struct Free {
    void operator()(ssl_st* ssl) const;
  };

  /// OpenSSL must not be called once it is closed: its descriptor may belong to another connection.
  Socket socket_;
  std::unique_ptr<ssl_st, Free> ssl_;  ///< nullptr if the client speaks plain HTTP.
};

}  // namespace parley::http
