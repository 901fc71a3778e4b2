// A TCP connection without TLS, as Connection uses it. TlsStream has the same functions.
#pragma once

#include <linux/sockios.h>
#include <sys/ioctl.h>

#include <cstddef>
#include <string_view>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/task.hpp"

namespace parley::http {

using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using IoError = boost::system::error_code;

/// Bytes in the send queue of the kernel; 0 when the socket is closed.
[[nodiscard]] inline std::size_t unconfirmed_bytes(Socket& socket) {
  int bytes = 0;
  if (!socket.is_open() || ::ioctl(socket.native_handle(), SIOCOUTQ, &bytes) != 0) return 0;
  return static_cast<std::size_t>(bytes);
}

class PlainStream {
 public:
  static constexpr bool kSecure = false;

  /// `socket` is connected and in non-blocking mode.
  explicit PlainStream(Socket socket) : socket_(std::move(socket)) {}

  /// To be awaited before anything else. False when the client cannot be served.
  Task<bool> shake_hands() { co_return true; }

  /// Awaited, gives (error code, bytes read).
  auto read_some(asio::mutable_buffer room) {
    return socket_.async_read_some(room, asio::as_tuple(asio::deferred));
  }

  /// Reads what has arrived and answers how much. `code` is would_block when nothing has, and eof
  /// when nothing will.
  std::size_t read_now(asio::mutable_buffer room, IoError& code) {
    return socket_.read_some(room, code);
  }

  /// Awaited, gives (error code) once read_now() should be tried again. Try it before: what came
  /// earlier may not count.
  auto wait_readable() {
    return socket_.async_wait(Socket::wait_read, asio::as_tuple(asio::deferred));
  }

  /// Writes what the kernel takes at once and answers how much. `code` is would_block when it
  /// takes nothing.
  std::size_t write_now(std::string_view bytes, IoError& code) {
    return socket_.write_some(asio::buffer(bytes), code);
  }

  /// Awaited, gives (error code) once write_now() may go on.
  auto wait_writable() {
    return socket_.async_wait(Socket::wait_write, asio::as_tuple(asio::deferred));
  }

  /// Bytes that were written and that the client's system has not confirmed.
  [[nodiscard]] std::size_t unconfirmed() { return unconfirmed_bytes(socket_); }

  /// Whether bytes have arrived that were not read yet.
  [[nodiscard]] bool has_input() {
    IoError ignored;
    return socket_.available(ignored) > 0;
  }

  /// The kernel keeps no more than about so many bytes that the client has not taken.
  void limit_send_buffer(int bytes) {
    IoError ignored;
    socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
  }

  /// Tells the client that nothing more comes.
  void finish_writing() {
    IoError ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }

  /// Ends the waiting operation with operation_aborted.
  void cancel() {
    IoError ignored;
    socket_.cancel(ignored);
  }

  void close() {
    IoError ignored;
    socket_.close(ignored);
  }

 private:
  Socket socket_;
};

}  // namespace parley::http
