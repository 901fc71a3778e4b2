// http_load: asks a server at a constant rate, and tells how long the answers took.
//
// A request that is due waits for no earlier answer, as far as there are connections, and its time
// counts from when it was due, whether it could be sent then or not: a server that stalls is
// charged for all who would have asked meanwhile (no "coordinated omission"). Every time is kept,
// so the percentiles are exact.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "requests.hpp"

namespace parley::bench {
namespace {

using std::chrono::steady_clock;
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
};

/// Requests that are due, one after the other; how long each took.
class Schedule {
 public:
  Schedule(double per_second, std::size_t count)
      : interval_(1e9 / per_second), count_(count), start_(steady_clock::now()) {
    nanoseconds_.reserve(count);
  }

  /// The number of the next request; none when all are given out.
  [[nodiscard]] std::optional<std::size_t> take() {
    if (taken_ == count_) return std::nullopt;
    return taken_++;
  }

  [[nodiscard]] steady_clock::time_point due(std::size_t number) const {
    return start_ + std::chrono::nanoseconds(
                        static_cast<std::int64_t>(static_cast<double>(number) * interval_));
  }

  void answered(std::size_t number, bool well) {
    nanoseconds_.push_back((steady_clock::now() - due(number)).count());
    if (!well) ++errors_;
  }

  void print() {
    std::ranges::sort(nanoseconds_);
    fmt::print("{{\"answers\":{},\"errors\":{}", nanoseconds_.size(), errors_);
    for (const auto& [name, share] :
         {std::pair{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}, {"max", 1.0}}) {
      const auto last = static_cast<double>(nanoseconds_.size() - 1);
      const auto at = static_cast<std::size_t>(share * last + 0.5);
      fmt::print(",\"{}\":{:.3f}", name, static_cast<double>(nanoseconds_.at(at)) / 1e6);
    }
    fmt::print("}}\n");
  }

 private:
  double interval_;  ///< Nanoseconds.
  std::size_t count_;
  std::size_t taken_ = 0;
  std::size_t errors_ = 0;
  steady_clock::time_point start_;
  std::vector<std::int64_t> nanoseconds_;
};

asio::awaitable<void> ask(Socket socket, Schedule& schedule, const Requests& requests) {
  asio::steady_timer timer(socket.get_executor());
  beast::flat_buffer buffer;
  while (const auto number = schedule.take()) {
    timer.expires_at(schedule.due(*number));
    co_await timer.async_wait(asio::use_awaitable);
    const auto text = requests.text(*number);
    co_await asio::async_write(socket, asio::buffer(text), asio::use_awaitable);
    beast::http::response<beast::http::string_body> answer;
    co_await beast::http::async_read(socket, buffer, answer, asio::use_awaitable);
    schedule.answered(*number, answer.result() == beast::http::status::ok);
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
  for (auto& socket : sockets) {
    asio::co_spawn(context, ask(std::move(socket), schedule, requests), [](std::exception_ptr e) {
      if (e) std::rethrow_exception(e);
    });
  }
  context.run();
  schedule.print();
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Asks a server at a constant rate");
  app.add_option("--port", options.port, "Of the server, on this machine")->required();
  app.add_option("--method", options.request.method, "GET if none");
  app.add_option("--path", options.request.path,
                 "In path, headers and body, {n} is the number of the request")
      ->required();
  app.add_option("--header", options.request.headers, "`name: value`; {token} is one of --tokens");
  app.add_option("--body", options.request.body, "JSON");
  app.add_option("--tokens", options.tokens, "File of auth tokens, one a line, used in turn");
  app.add_option("--per-second", options.per_second, "Requests");
  app.add_option("--seconds", options.seconds, "How long");
  app.add_option("--connections", options.connections, "At most so many requests at once");
  app.add_option("--first", options.first, "Number of the first request");
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
