#include "support/loopback.hpp"

#include <sys/socket.h>

#include <charconv>
#include <stdexcept>

#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

namespace parley::test_support {

Task<api::Response> echo(const api::Request& request) {
  api::Response response;
  response.body.append(request.method_name).append(" ").append(request.path);
  if (!request.query.empty()) response.body.append("?").append(request.query);
  if (!request.body.empty()) response.body.append(" ").append(request.body);
  co_return response;
}

IoThreads::IoThreads(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    auto& context = contexts_.emplace_back(std::make_unique<asio::io_context>(1));
    guards_.emplace_back(context->get_executor());
    threads_.emplace_back([&context = *context] { context.run(); });
  }
}

IoThreads::~IoThreads() {
  guards_.clear();
  for (auto& thread : threads_) thread.join();
}

std::vector<asio::io_context*> IoThreads::contexts() const {
  std::vector<asio::io_context*> all;
  for (const auto& context : contexts_) all.push_back(context.get());
  return all;
}

TestServer::TestServer(Handler& handler, const Limits& limits, const Tls* tls, Observer* observer,
                       std::size_t io_threads)
    : io_threads_(io_threads) {
  server_.emplace(io_threads_.contexts(), clock_, limits);
  port_ = server_->listen(http::parse_endpoint("127.0.0.1:0").value(), tls, handler, observer)
              .value()
              .port;
  server_->start();
}

TestServer::~TestServer() {
  static_cast<void>(server_->drain(std::chrono::milliseconds(0)));
  server_.reset();
}

void TestServer::await_connections(std::size_t count) {
  while (server_->connections() != count) std::this_thread::yield();
}

Client::Client(std::uint16_t port) : socket_(context_) {
  socket_.connect({asio::ip::address_v4::loopback(), port});
  const timeval patience{.tv_sec = 10, .tv_usec = 0};
  ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

bool Client::send(std::string_view bytes) {
  boost::system::error_code code;
  asio::write(socket_, asio::buffer(bytes), code);
  return !code;
}

void Client::finish_sending() { socket_.shutdown(asio::ip::tcp::socket::shutdown_send); }

bool Client::has_input() { return socket_.available() > 0; }

void Client::read_reluctantly() { socket_.set_option(asio::socket_base::receive_buffer_size(1)); }

bool Client::fill() {
  char bytes[4096];
  const auto count = ::recv(socket_.native_handle(), bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  unread_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

Answer Client::receive(bool has_body) {
  for (;;) {
    auto answer = parse_answer(unread_, has_body);
    if (answer.status != 0 || !fill()) return answer;
  }
}

std::string Client::receive_rest() {
  while (fill()) {
  }
  return std::exchange(unread_, {});
}

Answer parse_answer(std::string& bytes, bool has_body) {
  const auto head_end = bytes.find("\r\n\r\n");
  if (head_end == std::string::npos) return {};
  const auto head = bytes.substr(0, head_end + 2);
  Answer answer;
  std::size_t line = head.find("\r\n") + 2;
  while (line < head.size()) {
    const auto end = head.find("\r\n", line);
    const auto colon = head.find(": ", line);
    answer.headers[head.substr(line, colon - line)] = head.substr(colon + 2, end - colon - 2);
    line = end + 2;
  }
  std::size_t length = 0;
  if (const auto found = answer.headers.find("content-length"); found != answer.headers.end()) {
    length = has_body ? std::stoul(found->second) : 0;
  }
  if (bytes.size() < head_end + 4 + length) return {};
  answer.status = std::stoi(head.substr(head.find(' ') + 1));
  answer.body = bytes.substr(head_end + 4, length);
  bytes.erase(0, head_end + 4 + length);
  return answer;
}

}  // namespace parley::test_support
