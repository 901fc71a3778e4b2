// A connection with or without TLS, as one type.
#pragma once

#include <string_view>
#include <utility>
#include <variant>

#include "http/plain_stream.hpp"
#include "http/tls_stream.hpp"

namespace parley::realtime {

/// See http::PlainStream for the contracts of the functions.
class Stream {
 public:
  explicit Stream(std::variant<http::PlainStream, http::TlsStream> stream)
      : stream_(std::move(stream)) {}

  std::size_t read_now(asio::mutable_buffer room, http::IoError& code) {
    return std::visit([&](auto& stream) { return stream.read_now(room, code); }, stream_);
  }
  std::size_t write_now(std::string_view bytes, http::IoError& code) {
    return std::visit([&](auto& stream) { return stream.write_now(bytes, code); }, stream_);
  }
  auto wait_readable() {
    return std::visit([](auto& stream) { return stream.wait_readable(); }, stream_);
  }
  auto wait_writable() {
    return std::visit([](auto& stream) { return stream.wait_writable(); }, stream_);
  }
  void limit_send_buffer(int bytes) {
    std::visit([&](auto& stream) { stream.limit_send_buffer(bytes); }, stream_);
  }
  void finish_writing() {
    std::visit([](auto& stream) { stream.finish_writing(); }, stream_);
  }
  void close() {
    std::visit([](auto& stream) { stream.close(); }, stream_);
  }

 private:
  std::variant<http::PlainStream, http::TlsStream> stream_;
};

}  // namespace parley::realtime
