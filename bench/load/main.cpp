// http_load: sends requests at a constant rate and reports how long the responses took.
//
// A due request does not wait for earlier responses, as long as a connection is free. Its time
// counts from when it was due, even if it could not be sent then: a server that stalls is charged
// for all requests that became due in the meantime (no "coordinated omission"). All times are kept,
// so the percentiles are exact.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "requests.hpp"
#include "schedule.hpp"

namespace parley::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Socket = asio::ip::tcp::socket;

struct Options {
  RequestTemplate request;
  std::string tokens;
  unsigned short port = 0;
  double per_second = 1000;
  double seconds = 5;
  std::size_t connections = 64;
  std::size_t first = 0;
  std::string issued;
  double window = 0;
};

/// Writes the auth tokens that the server issued to a file, one per line.
class IssuedTokens {
 public:
  /// If `path` is empty, nothing is written.
  explicit IssuedTokens(const std::string& path) {
    if (!path.empty()) file_.open(path);
  }

  void keep(std::string_view answer) {
    constexpr std::string_view kName = "\"authToken\":\"";
    if (!file_.is_open()) return;
    const auto at = answer.find(kName);
    if (at == answer.npos) throw std::runtime_error("a response contains no auth token");
    const auto rest = answer.substr(at + kName.size());
    file_ << rest.substr(0, rest.find('"')) << '\n';
  }

 private:
  std::ofstream file_;
};

asio::awaitable<void> ask(Socket socket, Schedule& schedule, const Requests& requests,
                          IssuedTokens& issued) {
  asio::steady_timer timer(socket.get_executor());
  beast::flat_buffer buffer;
  while (const auto number = schedule.take()) {
    timer.expires_at(schedule.due(*number));
    co_await timer.async_wait(asio::use_awaitable);
    const auto text = requests.text(*number);
    co_await asio::async_write(socket, asio::buffer(text), asio::use_awaitable);
    beast::http::response<beast::http::string_body> answer;
    co_await beast::http::async_read(socket, buffer, answer, asio::use_awaitable);
    const bool well = answer.result() == beast::http::status::ok;
    schedule.answered(*number, well);
    if (well) issued.keep(answer.body());
  }
}

void run(const Options& options) {
  asio::io_context context(1);
  const Requests requests(options.request, options.tokens, options.port, options.first);
  std::vector<Socket> sockets;
  for (std::size_t i = 0; i < options.connections; ++i) {
    auto& socket = sockets.emplace_back(context);
    socket.connect({asio::ip::address_v4::loopback(), options.port});
    socket.set_option(asio::ip::tcp::no_delay(true));
  }
  Schedule schedule(options.per_second,
                    static_cast<std::size_t>(options.per_second * options.seconds));
  IssuedTokens issued(options.issued);
  for (auto& socket : sockets) {
    asio::co_spawn(context, ask(std::move(socket), schedule, requests, issued),
                   [](std::exception_ptr e) {
                     if (e) std::rethrow_exception(e);
                   });
  }
  context.run();
  fmt::print("{}\n", schedule.report(options.window));
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Sends requests to a server at a constant rate");
  app.add_option("--port", options.port, "Port of the server on this machine")->required();
  app.add_option("--method", options.request.method, "HTTP method; GET by default");
  app.add_option(
         "--path", options.request.paths,
         "Path; several are requested in turn. In paths, headers and body, {n} is the number of "
         "the request")
      ->required();
  app.add_option("--header", options.request.headers,
                 "`name: value`; {token} is replaced by one of --tokens");
  app.add_option("--body", options.request.body, "Request body as JSON");
  app.add_option("--tokens", options.tokens, "File of auth tokens, one per line, used in turn");
  app.add_option("--per-second", options.per_second, "Requests per second");
  app.add_option("--seconds", options.seconds, "Duration in seconds");
  app.add_option("--connections", options.connections,
                 "Number of connections, which limits concurrent requests");
  app.add_option("--first", options.first, "Number of the first request");
  app.add_option("--issued", options.issued, "File to write the issued auth tokens to");
  app.add_option("--window", options.window,
                 "Seconds; also reports the percentiles of each window of this length");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) try {
  return parley::bench::run(argc, argv);
} catch (const std::exception& failure) {
  std::fprintf(stderr, "http_load: %s\n", failure.what());
  return 1;
}
