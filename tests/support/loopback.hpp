// A server on the loopback interface that calls a function for each request, and a client that
// sends raw bytes and reads responses.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "http/server.hpp"

namespace parley::test_support {

using http::Handler;
using http::Limits;
using http::Observer;
using http::Server;
using http::Tls;

class FunctionHandler final : public Handler {
 public:
  using Function = std::function<Task<api::Response>(const api::Request&)>;

  explicit FunctionHandler(Function function, std::size_t body_limit = 10'000)
      : function_(std::move(function)), body_limit_(body_limit) {}

  Task<api::Response> handle(const api::Request& request) override { return function_(request); }
  [[nodiscard]] std::size_t body_limit(api::Method, std::string_view) const override {
    return body_limit_;
  }

 private:
  Function function_;
  std::size_t body_limit_;
};

/// A handler that returns the request as the server understood it: "GET /path?query body".
Task<api::Response> echo(const api::Request& request);

/// I/O threads, each with its own io_context.
class IoThreads {
 public:
  explicit IoThreads(std::size_t count);
  ~IoThreads();
  IoThreads(const IoThreads&) = delete;
  IoThreads& operator=(const IoThreads&) = delete;

  [[nodiscard]] std::vector<asio::io_context*> contexts() const;

 private:
  std::vector<std::unique_ptr<asio::io_context>> contexts_;
  std::vector<asio::executor_work_guard<Executor>> guards_;
  std::vector<std::thread> threads_;
};

/// A running server with one listener, on a port that the kernel chooses.
class TestServer {
 public:
  explicit TestServer(Handler& handler, const Limits& limits = {}, const Tls* tls = nullptr,
                      Observer* observer = nullptr, std::size_t io_threads = 1);
  ~TestServer();

  [[nodiscard]] Server& server() { return *server_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }

  /// Waits until the server has `count` connections.
  void await_connections(std::size_t count);

 private:
  SystemClock clock_;
  IoThreads io_threads_;
  std::optional<Server> server_;
  std::uint16_t port_ = 0;
};

struct Answer {
  int status = 0;  ///< 0: the server closed the connection instead.
  std::map<std::string, std::string> headers;
  std::string body;
};

/// Blocking. After ten seconds without data, a read ends as if the server had closed the
/// connection.
class Client {
 public:
  explicit Client(std::uint16_t port);

  /// Returns false if the server has closed or reset the connection.
  bool send(std::string_view bytes);
  /// Shuts down the sending side of the connection.
  void finish_sending();
  /// Pass `has_body` = false for the response to a HEAD request.
  Answer receive(bool has_body = true);
  /// Returns all bytes until the server closes the connection.
  std::string receive_rest();
  /// Whether there are bytes to read now.
  [[nodiscard]] bool has_input();
  /// Sets the smallest receive window that the kernel allows, so that the server's writes soon
  /// block.
  void read_reluctantly();

  [[nodiscard]] asio::ip::tcp::socket& socket() { return socket_; }

 private:
  bool fill();

  asio::io_context context_;
  asio::ip::tcp::socket socket_;
  std::string unread_;
};

/// Removes the response at the start of `bytes` and returns it. If it is not complete, returns an
/// answer with status 0 and leaves `bytes` unchanged.
Answer parse_answer(std::string& bytes, bool has_body = true);

}  // namespace parley::test_support
