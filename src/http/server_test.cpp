#include "http/server.hpp"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <future>
#include <map>
#include <mutex>

#include <fmt/format.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

#include "support/loopback.hpp"

namespace parley::http {
namespace {

using std::chrono::milliseconds;
using test_support::Client;
using test_support::FunctionHandler;
using test_support::TestServer;
using ::testing::HasSubstr;

constexpr milliseconds kLong{60'000};

std::string get(std::string_view path) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n\r\n", path);
}

/// A handler that answers when the test opens it.
class Gate {
 public:
  Task<api::Response> handle(const api::Request& request) {
    timer_.emplace(co_await asio::this_coro::executor, Timer::time_point::max());
    entered_.set_value();
    co_await timer_->async_wait(asio::as_tuple(asio::deferred));
    timer_.reset();
    co_return co_await test_support::echo(request);
  }
  void await_request() { entered_.get_future().wait(); }
  void open() {
    asio::post(timer_->get_executor(), [this] { timer_->cancel(); });
  }

 private:
  using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                           asio::wait_traits<std::chrono::steady_clock>, Executor>;
  std::promise<void> entered_;
  std::optional<Timer> timer_;
};

TEST(Server, SaysInOneLineWhyItCannotListen) {
  FunctionHandler handler(test_support::echo);
  TestServer first(handler);
  test_support::IoThreads io_threads(1);
  const SystemClock clock;
  Server second(io_threads.contexts(), clock);
  const auto message_for = [&](const std::string& endpoint) {
    return second.listen(parse_endpoint(endpoint).value(), nullptr, handler).error()->message;
  };
  const auto taken = fmt::format("127.0.0.1:{}", first.port());
  EXPECT_EQ(message_for(taken), taken + " is in use by another program");
  EXPECT_EQ(message_for("192.0.2.1:80"), "192.0.2.1:80 is not an address of this machine");
}

TEST(Server, SpreadsConnectionsOverTheCoresAndKeepsThemThere) {
  std::mutex mutex;
  std::map<std::string, std::thread::id> thread_of;
  FunctionHandler handler([&](const api::Request& request) {
    const std::lock_guard lock(mutex);
    const auto [entry, fresh] =
        thread_of.try_emplace(std::string(request.path), std::this_thread::get_id());
    EXPECT_EQ(entry->second, std::this_thread::get_id());
    return test_support::echo(request);
  });
  TestServer server(handler, {}, nullptr, nullptr, 2);
  std::array<Client, 4> clients{Client(server.port()), Client(server.port()), Client(server.port()),
                                Client(server.port())};
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < clients.size(); ++i) {
      clients[i].send(get("/" + std::to_string(i)));
      EXPECT_EQ(clients[i].receive().status, 200);
    }
  }
  std::map<std::thread::id, int> load;
  for (const auto& [path, thread] : thread_of) ++load[thread];
  EXPECT_EQ(load.size(), 2U);
  for (const auto& [thread, count] : load) EXPECT_EQ(count, 2);
}

TEST(Server, RefusesOneConnectionTooMany) {
  FunctionHandler handler(test_support::echo);
  Limits limits;
  limits.max_connections = 1;
  TestServer server(handler, limits);
  std::optional<Client> first(server.port());
  first->send(get("/a"));
  EXPECT_EQ(first->receive().status, 200);
  Client second(server.port());
  const auto refusal = second.receive();
  EXPECT_EQ(refusal.status, 503);
  EXPECT_EQ(refusal.headers.count("retry-after"), 1U);
  EXPECT_THAT(refusal.body, HasSubstr("ERR_SERVICE_UNAVAILABLE"));
  EXPECT_EQ(second.receive_rest(), "");
  first.reset();
  server.await_connections(0);
  Client third(server.port());
  third.send(get("/a"));
  EXPECT_EQ(third.receive().status, 200);
}

TEST(Server, RefusesOneConnectionTooManyOfAnAddress) {
  FunctionHandler handler(test_support::echo);
  Limits limits;
  limits.max_connections_per_address = 2;
  TestServer server(handler, limits);
  std::optional<Client> first(server.port());
  first->send(get("/a"));
  EXPECT_EQ(first->receive().status, 200);
  Client second(server.port());
  second.send(get("/a"));
  EXPECT_EQ(second.receive().status, 200);
  Client third(server.port());
  const auto refusal = third.receive();
  EXPECT_EQ(refusal.status, 429);
  EXPECT_EQ(refusal.headers.at("retry-after"), "5");
  EXPECT_THAT(refusal.body, HasSubstr("ERR_TOO_MANY_REQUESTS"));
  first.reset();
  server.await_connections(1);
  Client fourth(server.port());
  fourth.send(get("/a"));
  EXPECT_EQ(fourth.receive().status, 200);
}

TEST(Server, DoesNotLimitTheConnectionsOfTrustedNetworks) {
  FunctionHandler handler(test_support::echo);
  Limits limits;
  limits.max_connections_per_address = 1;
  limits.unlimited_networks = {Network::parse("127.0.0.0/8").value()};
  TestServer server(handler, limits);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send(get("/a"));
    EXPECT_EQ(clients.back()->receive().status, 200);
  }
}

TEST(ServerDrain, ClosesIdleConnectionsAndFinishesWhatIsBeingAnswered) {
  Gate gate;
  FunctionHandler handler([&](const api::Request& request) {
    return request.path == "/slow" ? gate.handle(request) : test_support::echo(request);
  });
  TestServer server(handler);
  Client idle(server.port());
  idle.send(get("/a"));
  EXPECT_EQ(idle.receive().status, 200);
  Client busy(server.port());
  busy.send(get("/slow"));
  gate.await_request();

  auto cut = std::async(std::launch::async, [&] { return server.server().drain(kLong); });
  EXPECT_EQ(idle.receive_rest(), "");
  gate.open();
  const auto answer = busy.receive();
  EXPECT_EQ(answer.body, "GET /slow");
  EXPECT_EQ(answer.headers.at("connection"), "close");
  EXPECT_EQ(busy.receive_rest(), "");
  busy.socket().close();
  EXPECT_EQ(cut.get(), 0U);
  EXPECT_EQ(server.server().connections(), 0U);
}

TEST(ServerDrain, CutsWhatDoesNotFinish) {
  FunctionHandler handler(test_support::echo);
  TestServer server(handler);
  Client half(server.port());
  half.send(get("/a") + "GET / HTTP/1.1\r\n");
  EXPECT_EQ(half.receive().status, 200);
  EXPECT_EQ(server.server().drain(milliseconds(0)), 1U);
  EXPECT_EQ(half.receive_rest(), "");
  EXPECT_EQ(server.server().connections(), 0U);
}

TEST(ServerDrain, RefusesNewConnections) {
  FunctionHandler handler(test_support::echo);
  TestServer server(handler);
  EXPECT_EQ(server.server().drain(kLong), 0U);
  EXPECT_THROW(Client(server.port()), boost::system::system_error);
}

TEST(Server, TellsItsObserver) {
  struct Counter final : Observer {
    void connection_opened() override { ++opened; }
    void connection_closed() override { ++closed; }
    void request_finished(api::Method method, int status, std::chrono::nanoseconds duration,
                          std::size_t bytes) override {
      const std::lock_guard lock(mutex);
      answers.emplace_back(method, status);
      EXPECT_GE(duration.count(), 0);
      EXPECT_GT(bytes, 100U);
    }
    void credential_refused() override {}
    std::atomic<int> opened = 0;
    std::atomic<int> closed = 0;
    std::mutex mutex;
    std::vector<std::pair<api::Method, int>> answers;
  } observer;
  FunctionHandler handler(test_support::echo);
  {
    TestServer server(handler, {}, nullptr, &observer);
    Client client(server.port());
    client.send(get("/a") + "DELETE /b HTTP/1.1\r\nHost: t\r\n\r\nbad\r\n\r\n");
    client.finish_sending();
    client.receive_rest();
  }
  EXPECT_EQ(observer.opened, 1);
  EXPECT_EQ(observer.closed, 1);
  EXPECT_THAT(observer.answers, ::testing::ElementsAre(std::pair(api::Method::get, 200),
                                                       std::pair(api::Method::del, 200),
                                                       std::pair(api::Method::other, 400)));
}

}  // namespace
}  // namespace parley::http
