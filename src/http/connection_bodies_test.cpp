// Bodies on a connection: which are received, and how large responses and streams are sent.
#include "http/connection.hpp"

#include <sys/socket.h>

#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "support/connection_requests.hpp"
#include "support/loopback.hpp"

namespace parley::http {
namespace {

using std::chrono::milliseconds;
using test_support::Client;
using test_support::code_of;
using test_support::FunctionHandler;
using test_support::get;
using test_support::impatient;
using test_support::patient;
using test_support::TestServer;
using ::testing::Pair;

/// A handler that admits or refuses bodies before they arrive.
class Doorkeeper final : public Handler {
 public:
  static constexpr std::size_t kBodyLimit = 10'000;

  Task<api::Response> handle(const api::Request& request) override {
    held_while_handled_ = budget_.held();
    admitted_.push_back(request.admitted);
    return test_support::echo(request);
  }
  Task<api::Admission> admit(const api::Request& request, std::size_t body_bytes) override {
    asked_.emplace_back(request.header(api::Header::auth_token), body_bytes);
    api::Admission admission;
    if (request.header(api::Header::auth_token) == "good") {
      admission.memory = budget_.take("caller", body_bytes).value();
    } else {
      admission.refusal = api::error(make_error(ErrorCode::kAuthErrAuthTokenNotFound), request.id);
    }
    co_return admission;
  }
  [[nodiscard]] std::size_t body_limit(api::Method, std::string_view) const override {
    return kBodyLimit;
  }

  [[nodiscard]] const auto& asked() const { return asked_; }
  /// Request::admitted of each request that was handled.
  [[nodiscard]] const auto& admitted() const { return admitted_; }
  [[nodiscard]] std::size_t held() const { return budget_.held(); }
  [[nodiscard]] std::size_t held_while_handled() const { return held_while_handled_; }

 private:
  ByteBudget budget_{4 * kBodyLimit};
  std::vector<std::pair<std::string, std::size_t>> asked_;
  std::vector<bool> admitted_;
  std::size_t held_while_handled_ = 0;
};

class AdmissionTest : public ::testing::Test {
 protected:
  static std::string head(std::string_view token, std::string_view headers) {
    return fmt::format("POST /a HTTP/1.1\r\nHost: test\r\nauthToken: {}\r\n{}\r\n", token, headers);
  }

  Doorkeeper handler_;
  TestServer server_{handler_, patient()};
};

TEST_F(AdmissionTest, RefusesABodyBeforeItArrives) {
  for (const auto* headers : {"Content-Length: 5000\r\n", "Transfer-Encoding: chunked\r\n",
                              "Content-Length: 5000\r\nExpect: 100-continue\r\n"}) {
    SCOPED_TRACE(headers);
    Client client(server_.port());
    client.send(head("bad", headers));
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(code_of(answer), "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    EXPECT_EQ(answer.headers.at("connection"), "close");
    EXPECT_TRUE(client.send(std::string(5000, 'x'))) << "reset while it was sending";
    EXPECT_EQ(client.receive_rest(), "");
  }
  EXPECT_EQ(handler_.held_while_handled(), 0U);
}

TEST_F(AdmissionTest, TellsHowLargeTheBodyMayBecome) {
  Client client(server_.port());
  client.send(head("good", "Content-Length: 4\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.receive().status, 100);
  client.send("body");
  EXPECT_EQ(client.receive().body, "POST /a body");
  EXPECT_EQ(handler_.held_while_handled(), 4U);
  client.send(head("good", "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.receive().status, 100);
  client.send("4\r\nbody\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive().body, "POST /a body");
  EXPECT_THAT(handler_.asked(),
              ::testing::ElementsAre(Pair("good", 4U), Pair("good", Doorkeeper::kBodyLimit)));
  EXPECT_THAT(handler_.admitted(), ::testing::ElementsAre(true, true));
}

TEST_F(AdmissionTest, IsNotNeededForABodyThatCameWithItsHead) {
  Client client(server_.port());
  client.send(head("bad", "Content-Length: 4\r\n") + "body" + get("/b"));
  EXPECT_EQ(client.receive().body, "POST /a body");
  EXPECT_EQ(client.receive().body, "GET /b");
  EXPECT_THAT(handler_.asked(), ::testing::IsEmpty());
  EXPECT_THAT(handler_.admitted(), ::testing::ElementsAre(false, false));
}

TEST_F(AdmissionTest, EndsWithAClientThatLeaves) {
  {
    Client client(server_.port());
    client.send(head("good", "Content-Length: 5000\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.receive().status, 100);
    EXPECT_EQ(handler_.held(), 5000U);
  }
  server_.await_connections(0);
  EXPECT_EQ(handler_.held(), 0U);
}

/// A server whose responses are far larger than what the kernel buffers.
class LargeAnswerTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kSize = 20'000'000;

  Task<api::Response> answer(const api::Request&) {
    api::Response response;
    response.body.assign(size_, 'x');
    response.memory = budget_.take("caller", size_).value();
    co_return response;
  }
  /// Reads a little every few milliseconds, as over a slow network. Returns whether the connection
  /// lasted for all of `time`.
  static bool read_slowly(Client& client, milliseconds time) {
    using Clock = std::chrono::steady_clock;
    char bytes[4096];
    for (const auto end = Clock::now() + time; Clock::now() < end;) {
      if (::recv(client.socket().native_handle(), bytes, sizeof bytes, 0) <= 0) return false;
      for (const auto next = Clock::now() + milliseconds(2); Clock::now() < next;)
        std::this_thread::yield();
    }
    return true;
  }

  std::size_t size_ = kSize;
  ByteBudget budget_{4 * kSize};
  FunctionHandler handler_{[this](const api::Request& request) { return answer(request); }};
};

TEST_F(LargeAnswerTest, HoldsItsMemoryUntilTheClientHasIt) {
  TestServer server(handler_, patient());
  Client client(server.port());
  client.send(get("/") + "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
  char first = 0;
  ASSERT_EQ(::recv(client.socket().native_handle(), &first, 1, MSG_PEEK), 1);
  EXPECT_EQ(budget_.held(), kSize) << "of one response: the next waits";
  for (int i = 0; i < 2; ++i) EXPECT_EQ(client.receive().body.size(), kSize);
  EXPECT_EQ(client.receive_rest(), "");
  server.await_connections(0);
  EXPECT_EQ(budget_.held(), 0U);
}

TEST_F(LargeAnswerTest, ComesToAHeadRequestWithoutItsBody) {
  TestServer server(handler_, patient());
  Client client(server.port());
  client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
  EXPECT_EQ(client.receive(false).headers.at("content-length"), std::to_string(kSize));
}

TEST_F(LargeAnswerTest, IsCutWhenTheClientTakesNothing) {
  auto limits = impatient();
  limits.slowest_bytes_per_second = 1'000;  // This limit alone would allow hours.
  TestServer server(handler_, limits);
  Client client(server.port());
  client.read_reluctantly();
  client.send(get("/"));
  server.await_connections(1);
  server.await_connections(0);
  EXPECT_EQ(budget_.held(), 0U);
}

// Unless it is limited, the kernel accepts this much at once: the memory no longer counts, and the
// connection counts as idle.
TEST_F(LargeAnswerTest, CountsEvenIfTheKernelCouldTakeItAll) {
  size_ = 1'000'000;
  TestServer server(handler_, patient());
  Client client(server.port());
  client.read_reluctantly();
  client.send(get("/"));
  char first = 0;
  ASSERT_EQ(::recv(client.socket().native_handle(), &first, 1, MSG_PEEK), 1);
  std::this_thread::sleep_for(milliseconds(20));
  EXPECT_EQ(budget_.held(), size_);
}

TEST_F(LargeAnswerTest, IsNotCutWhileTheClientTakesSome) {
  auto limits = impatient();
  limits.write = milliseconds(1000);
  limits.slowest_bytes_per_second = 1'000;
  TestServer server(handler_, limits);
  Client client(server.port());
  client.socket().set_option(asio::socket_base::receive_buffer_size(64 * 1024));
  client.send(get("/"));
  EXPECT_TRUE(read_slowly(client, 2 * limits.write));
  EXPECT_EQ(server.server().connections(), 1U);
}

TEST_F(LargeAnswerTest, IsCutWhenTheClientTakesTooLong) {
  auto limits = impatient();
  limits.write = milliseconds(400);
  limits.slowest_bytes_per_second = 1'000'000'000;
  TestServer server(handler_, limits);
  Client client(server.port());
  client.socket().set_option(asio::socket_base::receive_buffer_size(64 * 1024));
  client.send(get("/"));
  read_slowly(client, 4 * limits.write);
  server.await_connections(0);
}

/// Sends the numbers from 1 to `last`, one per call.
class Numbers final : public api::BodyStream {
 public:
  Numbers(int last, std::atomic<bool>& gone) : last_(last), gone_(gone) {}
  ~Numbers() override { gone_ = true; }

  Task<std::optional<std::string>> next() override {
    if (sent_ == last_) co_return std::nullopt;
    co_return fmt::format("data: {}\n\n", ++sent_);
  }

 private:
  int last_;
  std::atomic<bool>& gone_;
  int sent_ = 0;
};

class StreamTest : public ::testing::Test {
 protected:
  Task<api::Response> answer(const api::Request&) {
    api::Response response;
    response.content_type = "text/event-stream";
    response.stream = std::make_unique<Numbers>(last_, gone_);
    co_return response;
  }

  int last_ = 2;
  std::atomic<bool> gone_ = false;
  FunctionHandler handler_{[this](const api::Request& request) { return answer(request); }};
  TestServer server_{handler_, patient()};
};

TEST_F(StreamTest, GoesOnUntilItsEndAndCloses) {
  Client client(server_.port());
  ASSERT_TRUE(client.send(get("/")));
  const auto received = client.receive_rest();
  EXPECT_THAT(received, ::testing::HasSubstr("content-type: text/event-stream\r\n"));
  EXPECT_THAT(received, ::testing::HasSubstr("connection: close\r\n"));
  EXPECT_THAT(received, ::testing::Not(::testing::HasSubstr("content-length")));
  EXPECT_THAT(received, ::testing::EndsWith("\r\n\r\ndata: 1\n\ndata: 2\n\n"));
  server_.await_connections(0);
  EXPECT_TRUE(gone_);
}

TEST_F(StreamTest, IsNotStartedForAHead) {
  Client client(server_.port());
  ASSERT_TRUE(client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n"));
  EXPECT_THAT(client.receive_rest(), ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(StreamTest, EndsWhenTheClientIsGone) {
  last_ = 1'000'000;
  std::optional<Client> client(server_.port());
  ASSERT_TRUE(client->send(get("/")));
  server_.await_connections(1);
  client.reset();
  server_.await_connections(0);
  EXPECT_TRUE(gone_);
}

TEST_F(StreamTest, EndsWhenTheServerStops) {
  last_ = 1'000'000;
  Client client(server_.port());
  ASSERT_TRUE(client.send(get("/")));
  server_.await_connections(1);
  EXPECT_EQ(server_.server().drain(std::chrono::seconds(5)), 0);
  EXPECT_TRUE(gone_);
}

}  // namespace
}  // namespace parley::http
