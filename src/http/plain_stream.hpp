// A TCP connection without TLS. TlsStream has the same interface.
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

/// Bytes in the kernel's send queue, which the peer's system has not confirmed. 0 if the socket is
/// closed.
[[nodiscard]] inline std::size_t unconfirmed_bytes(Socket& socket) {
  int bytes = 0;
  if (!socket.is_open() || ::ioctl(socket.native_handle(), SIOCOUTQ, &bytes) != 0) return 0;
  return static_cast<std::size_t>(bytes);
}

/// Not thread-safe: used on the I/O thread of its socket.
class PlainStream {
 public:
  static constexpr bool kSecure = false;

  /// `socket` must be connected and in non-blocking mode.
  explicit PlainStream(Socket socket) : socket_(std::move(socket)) {}

  /// Must be awaited before anything else. Returns false if the client cannot be served.
  Task<bool> shake_hands() { co_return true; }

  /// Whether the client speaks plain HTTP on a port for HTTPS. Requests must then be refused.
  [[nodiscard]] static bool is_wrongly_plain() { return false; }

  /// Awaitable: yields (error code, bytes read).
  auto read_some(asio::mutable_buffer room) {
    return socket_.async_read_some(room, asio::as_tuple(asio::deferred));
  }

  /// Reads what has arrived, without waiting, and returns the number of bytes. `code` is
  /// would_block if nothing has arrived, and eof at the end of the stream.
  std::size_t read_now(asio::mutable_buffer room, IoError& code) {
    return socket_.read_some(room, code);
  }

  /// Awaitable: yields (error code) once read_now() should be tried again. Call it only after
  /// read_now() has set would_block: bytes that arrived earlier may not end the wait.
  auto wait_readable() {
    return socket_.async_wait(Socket::wait_read, asio::as_tuple(asio::deferred));
  }

  /// Writes what the kernel accepts, without waiting, and returns the number of bytes. `code` is
  /// would_block if it accepts nothing.
  std::size_t write_now(std::string_view bytes, IoError& code) {
    return socket_.write_some(asio::buffer(bytes), code);
  }

  /// Awaitable: yields (error code) once write_now() should be tried again.
  auto wait_writable() {
    return socket_.async_wait(Socket::wait_write, asio::as_tuple(asio::deferred));
  }

  /// Bytes that were written and not confirmed by the client's system yet.
  [[nodiscard]] std::size_t unconfirmed() { return unconfirmed_bytes(socket_); }

  /// Whether bytes have arrived that were not read yet.
  [[nodiscard]] bool has_input() {
    IoError ignored;
    return socket_.available(ignored) > 0;
  }

  /// Limits how many bytes the kernel buffers for the client, to about `bytes`.
  void limit_send_buffer(int bytes) {
    IoError ignored;
    socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
  }

  /// Ends the stream to the client, which may still send.
  void finish_writing() {
    IoError ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }

  /// Makes pending operations fail with operation_aborted.
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
