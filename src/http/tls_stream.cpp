#include "http/tls_stream.hpp"

#include <new>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <boost/asio/error.hpp>

namespace parley::http {

void TlsStream::Free::operator()(ssl_st* ssl) const { SSL_free(ssl); }

TlsStream::TlsStream(Socket socket, const Tls& tls)
    : socket_(std::move(socket)), ssl_(SSL_new(tls.context().get())) {
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket_.native_handle()) != 1) throw std::bad_alloc();
}

Task<TlsStream::Handshake> TlsStream::shake_hands() {
  for (;;) {
    ERR_clear_error();
    const int result = SSL_accept(ssl_.get());
    if (result == 1) co_return Handshake::done;
    auto direction = Socket::wait_read;
    switch (SSL_get_error(ssl_.get(), result)) {
      case SSL_ERROR_WANT_READ: break;
      case SSL_ERROR_WANT_WRITE: direction = Socket::wait_write; break;
      default:
        co_return ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST ? Handshake::spoke_http
                                                                         : Handshake::failed;
    }
    const auto [code] = co_await socket_.async_wait(direction, asio::as_tuple(asio::deferred));
    if (code) co_return Handshake::failed;
  }
}

void TlsStream::write_plain(std::string_view bytes) {
  IoError ignored;
  socket_.write_some(asio::buffer(bytes), ignored);
}

Task<std::tuple<IoError, std::size_t>> TlsStream::read_some(asio::mutable_buffer room) {
  for (;;) {
    ERR_clear_error();
    std::size_t count = 0;
    if (SSL_read_ex(ssl_.get(), room.data(), room.size(), &count) == 1) {
      co_return std::tuple(IoError(), count);
    }
    auto direction = Socket::wait_read;
    switch (SSL_get_error(ssl_.get(), 0)) {
      case SSL_ERROR_WANT_READ: break;
      case SSL_ERROR_WANT_WRITE: direction = Socket::wait_write; break;
      case SSL_ERROR_ZERO_RETURN: co_return std::tuple(IoError(asio::error::eof), 0U);
      default: co_return std::tuple(IoError(asio::error::connection_reset), 0U);
    }
    const auto [code] = co_await socket_.async_wait(direction, asio::as_tuple(asio::deferred));
    if (code) co_return std::tuple(code, 0U);
  }
}

std::size_t TlsStream::write_now(std::string_view bytes, IoError& code) {
  ERR_clear_error();
  std::size_t count = 0;
  code = {};
  if (SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &count) == 1) return count;
  const bool full = SSL_get_error(ssl_.get(), 0) == SSL_ERROR_WANT_WRITE;
  code = full ? asio::error::would_block : asio::error::connection_reset;
  return 0;
}

bool TlsStream::has_input() {
  IoError ignored;
  return SSL_has_pending(ssl_.get()) == 1 || socket_.available(ignored) > 0;
}

void TlsStream::finish_writing() {
  if (SSL_is_init_finished(ssl_.get()) == 1) SSL_shutdown(ssl_.get());
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
