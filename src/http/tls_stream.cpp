#include "http/tls_stream.hpp"

#include <new>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <boost/asio/error.hpp>

#include "base/text.hpp"

namespace parley::http {

void TlsStream::Free::operator()(ssl_st* ssl) const { SSL_free(ssl); }

TlsStream::TlsStream(Socket socket, const Tls& tls)
    : socket_(std::move(socket)), ssl_(SSL_new(tls.context().get())) {
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket_.native_handle()) != 1) throw std::bad_alloc();
}

Task<bool> TlsStream::shake_hands() {
  const auto first = co_await first_byte();
  if (!first) co_return false;
  if (is_token_character(*first)) {  // A method; no TLS record begins like that.
    ssl_.reset();
    co_return true;
  }
  for (;;) {
    ERR_clear_error();
    const int result = SSL_accept(ssl_.get());
    if (result == 1) co_return true;
    auto direction = Socket::wait_read;
    const int reason = SSL_get_error(ssl_.get(), result);
    if (reason == SSL_ERROR_WANT_WRITE) {
      direction = Socket::wait_write;
    } else if (reason != SSL_ERROR_WANT_READ) {
      co_return false;
    }
    const auto [code] = co_await socket_.async_wait(direction, asio::as_tuple(asio::deferred));
    if (code) co_return false;
  }
}

/// Does not take it from the socket. Returns nullopt if the client is gone.
Task<std::optional<char>> TlsStream::first_byte() {
  for (;;) {
    char byte = 0;
    IoError code;
    socket_.receive(asio::buffer(&byte, 1), Socket::message_peek, code);
    if (!code) co_return byte;
    if (code != asio::error::would_block) co_return std::nullopt;
    const auto [failure] = co_await wait_readable();
    if (failure) co_return std::nullopt;
  }
}

Task<std::tuple<IoError, std::size_t>> TlsStream::read_some(asio::mutable_buffer room) {
  for (;;) {
    IoError code;
    auto direction = Socket::wait_read;
    const auto count = read_now(room, code, direction);
    if (code != asio::error::would_block) co_return std::tuple(code, count);
    const auto [failure] = co_await socket_.async_wait(direction, asio::as_tuple(asio::deferred));
    if (failure) co_return std::tuple(failure, 0U);
  }
}

std::size_t TlsStream::read_now(asio::mutable_buffer room, IoError& code) {
  // If OpenSSL must write before it can read on (a key update), the caller still waits for the
  // client to send: its next bytes come soon enough.
  auto direction = Socket::wait_read;
  return read_now(room, code, direction);
}

/// If `code` is would_block, sets `direction` to what must be waited for.
std::size_t TlsStream::read_now(asio::mutable_buffer room, IoError& code,
                                Socket::wait_type& direction) {
  ERR_clear_error();
  std::size_t count = 0;
  code = asio::error::bad_descriptor;
  if (!socket_.is_open()) return 0;
  code = {};
  if (!ssl_) return socket_.read_some(room, code);
  if (SSL_read_ex(ssl_.get(), room.data(), room.size(), &count) == 1) return count;
  const int reason = SSL_get_error(ssl_.get(), 0);
  if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE) {
    direction = reason == SSL_ERROR_WANT_READ ? Socket::wait_read : Socket::wait_write;
    code = asio::error::would_block;
  } else {
    const bool ended = reason == SSL_ERROR_ZERO_RETURN;
    code = ended ? IoError(asio::error::eof) : IoError(asio::error::connection_reset);
  }
  return 0;
}

std::size_t TlsStream::write_now(std::string_view bytes, IoError& code) {
  ERR_clear_error();
  std::size_t count = 0;
  code = asio::error::bad_descriptor;
  if (!socket_.is_open()) return 0;
  code = {};
  if (!ssl_) return socket_.write_some(asio::buffer(bytes), code);
  if (SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &count) == 1) return count;
  const bool full = SSL_get_error(ssl_.get(), 0) == SSL_ERROR_WANT_WRITE;
  code = full ? asio::error::would_block : asio::error::connection_reset;
  return 0;
}

bool TlsStream::has_input() {
  IoError ignored;
  return (ssl_ && SSL_has_pending(ssl_.get()) == 1) || socket_.available(ignored) > 0;
}

void TlsStream::finish_writing() {
  if (!socket_.is_open()) return;
  if (ssl_) SSL_shutdown(ssl_.get());
  IoError ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
}

void TlsStream::cancel() {
  IoError ignored;
  socket_.cancel(ignored);
}

void TlsStream::close() {
  IoError ignored;
  socket_.close(ignored);
}

}  // namespace parley::http
