// Complete connections to a real server on the loopback interface: each request gets one response,
// an error response is the last one, and the requests do not depend on how the bytes are split.
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "support/fuzz.hpp"
#include "support/loopback.hpp"

namespace parley::http {
namespace {

using fuzz::check;
using test_support::Client;

/// A server that records the requests that its handler receives.
class NotingServer {
 public:
  struct Exchange {
    std::vector<std::string> requests;
    std::string answers;
  };

  Exchange exchange(const std::vector<std::string_view>& pieces) {
    requests_.clear();
    Client client(server_.port());
    for (const auto piece : pieces) {
      if (!client.send(piece)) break;
    }
    boost::system::error_code gone;
    client.socket().shutdown(asio::ip::tcp::socket::shutdown_send, gone);
    auto answers = client.receive_rest();
    server_.await_connections(0);
    const std::lock_guard lock(mutex_);
    return {std::exchange(requests_, {}), std::move(answers)};
  }

 private:
  static Limits limits() {
    Limits limits;
    limits.head_bytes = 1024;
    limits.linger = std::chrono::milliseconds(1000);
    limits.sweep_interval = std::chrono::milliseconds(10);
    return limits;
  }

  Task<api::Response> answer(const api::Request& request) {
    auto response = co_await test_support::echo(request);
    const std::lock_guard lock(mutex_);
    requests_.push_back(response.body);
    // The echo may contain any byte, so respond with its size instead.
    response.body = std::to_string(response.body.size());
    co_return response;
  }

  std::mutex mutex_;
  std::vector<std::string> requests_;
  test_support::FunctionHandler handler_{
      [this](const api::Request& request) { return answer(request); }, 500};
  test_support::TestServer server_{handler_, limits()};
};

/// The status codes in a stream of responses, all of which must be complete. `is_head`: whether
/// each request was a HEAD.
std::vector<int> statuses_of(std::string_view answers, const std::vector<bool>& is_head) {
  std::vector<int> statuses;
  while (!answers.empty()) {
    check(answers.starts_with("HTTP/1.1 "), "a response starts with a status line");
    const auto head_size = answers.find("\r\n\r\n");
    check(head_size != std::string_view::npos, "a response has a complete head");
    const auto head = answers.substr(0, head_size + 2);
    answers.remove_prefix(head_size + 4);
    const auto status = std::stoi(std::string(head.substr(9, 3)));
    if (status == 100) continue;
    statuses.push_back(status);
    const auto at = head.find("content-length: ");
    const auto length =
        at == std::string_view::npos ? 0 : std::stoul(std::string(head.substr(at + 16)));
    if (statuses.size() <= is_head.size() && is_head[statuses.size() - 1]) continue;
    check(length <= answers.size(), "a response has a complete body");
    answers.remove_prefix(length);
  }
  return statuses;
}

void check_answers(const NotingServer::Exchange& exchange) {
  std::vector<bool> is_head;
  for (const auto& request : exchange.requests) is_head.push_back(request.starts_with("HEAD "));
  const auto statuses = statuses_of(exchange.answers, is_head);
  // If a client keeps sending after the server has closed, responses may get lost, so there may be
  // fewer of them.
  check(statuses.size() <= exchange.requests.size() + 1, "each request has one response");
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    check(
        i < exchange.requests.size() ? statuses[i] == 200 : statuses[i] >= 400 && statuses[i] < 500,
        "requests succeed, and the rest is rejected");
  }
}

}  // namespace
}  // namespace parley::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static parley::http::NotingServer server;
  const auto bytes = parley::fuzz::as_text(data, size);
  const auto whole = server.exchange({bytes});
  parley::http::check_answers(whole);
  const auto cut = server.exchange(parley::fuzz::pieces_of(bytes, 200));
  parley::http::check_answers(cut);
  parley::fuzz::check(whole.requests == cut.requests, "requests do not depend on the split");
  return 0;
}
