#include "http/connection.hpp"

#include <sys/socket.h>

#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include <fmt/format.h>
#include <boost/asio/write.hpp>
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
using test_support::post;
using test_support::TestServer;
using ::testing::Contains;
using ::testing::Key;
using ::testing::Pair;

/// A server that echoes each request.
class ConnectionTest : public ::testing::Test {
 protected:
  FunctionHandler handler_{test_support::echo};
  TestServer server_{handler_, patient()};
};

TEST_F(ConnectionTest, StaysOpenBetweenRequests) {
  Client client(server_.port());
  client.send(get("/a?b=c"));
  const auto first = client.receive();
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, "GET /a?b=c");
  EXPECT_EQ(first.headers.at("content-type"), "application/json; charset=utf-8");
  EXPECT_EQ(first.headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(first.headers.at("cache-control"), "no-store");
  EXPECT_THAT(first.headers, Contains(Key("date")));
  client.send(get("/b"));
  const auto second = client.receive();
  EXPECT_EQ(second.body, "GET /b");
  EXPECT_EQ(first.headers.at("x-request-id").size(), 16U);
  EXPECT_NE(first.headers.at("x-request-id"), second.headers.at("x-request-id"));
}

TEST_F(ConnectionTest, ClosesWhenTheClientAsksForIt) {
  Client client(server_.port());
  client.send(get("/", "Connection: close\r\n"));
  EXPECT_EQ(client.receive().headers.at("connection"), "close");
  EXPECT_EQ(client.receive_rest(), "");
}

TEST_F(ConnectionTest, ClosesAfterAnHttp10RequestUnlessAskedToStay) {
  Client brief(server_.port());
  brief.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(brief.receive().headers.at("connection"), "close");
  EXPECT_EQ(brief.receive_rest(), "");
  Client stayer(server_.port());
  for (int i = 0; i < 2; ++i) {
    stayer.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(stayer.receive().headers.at("connection"), "keep-alive");
  }
}

TEST_F(ConnectionTest, AnswersHeadWithoutTheBody) {
  Client client(server_.port());
  client.send("HEAD /a HTTP/1.1\r\nHost: test\r\n\r\n" + get("/b"));
  EXPECT_EQ(client.receive(false).headers.at("content-length"), "7");
  EXPECT_EQ(client.receive().body, "GET /b");
}

TEST_F(ConnectionTest, UnderstandsARequestThatArrivesByteByByte) {
  Client client(server_.port());
  for (const char byte : post("/a", "body") + get("/b")) client.send({&byte, 1});
  EXPECT_EQ(client.receive().body, "POST /a body");
  EXPECT_EQ(client.receive().body, "GET /b");
}

TEST_F(ConnectionTest, OverlooksAnEmptyLineBeforeARequest) {
  Client client(server_.port());
  client.send(post("/a", "x") + "\r\n" + get("/b"));
  EXPECT_EQ(client.receive().body, "POST /a x");
  EXPECT_EQ(client.receive().body, "GET /b");
}

TEST_F(ConnectionTest, OverlooksAnEmptyLineThatArrivesInTwoPieces) {
  Client client(server_.port());
  client.send(get("/a") + "\r");
  EXPECT_EQ(client.receive().body, "GET /a");
  client.send("\n" + get("/b"));
  EXPECT_EQ(client.receive().body, "GET /b");
}

TEST_F(ConnectionTest, ReadsABodyLargerThanItsBuffer) {
  const std::string body(9'000, 'x');
  Client client(server_.port());
  client.send(post("/a", body) + get("/b"));
  EXPECT_EQ(client.receive().body, "POST /a " + body);
  EXPECT_EQ(client.receive().body, "GET /b");
}

TEST_F(ConnectionTest, ReadsChunkedBodiesAndIgnoresTrailers) {
  const auto request =
      "PUT /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n5;note=x\r\ndefgh\r\n0\r\nauthToken: t\r\n\r\n" +
      get("/b");
  Client whole(server_.port());
  whole.send(request);
  EXPECT_EQ(whole.receive().body, "PUT /a abcdefgh");
  EXPECT_EQ(whole.receive().body, "GET /b");
  Client trickling(server_.port());
  for (const char byte : request) trickling.send({&byte, 1});
  EXPECT_EQ(trickling.receive().body, "PUT /a abcdefgh");
  EXPECT_EQ(trickling.receive().body, "GET /b");
}

TEST_F(ConnectionTest, ReadsAnEmptyChunkedBodyByteByByte) {
  const std::string_view head = "PUT /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  Client client(server_.port());
  client.send(head);
  for (const char byte : std::string_view("0\r\n\r\n")) client.send({&byte, 1});
  EXPECT_EQ(client.receive().body, "PUT /a");
}

TEST_F(ConnectionTest, InvitesTheBodyOfAClientThatWaits) {
  Client client(server_.port());
  client.send("POST /a HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  client.send("hi");
  EXPECT_EQ(client.receive().body, "POST /a hi");
}

TEST_F(ConnectionTest, AnswersAClientThatStopsSending) {
  Client client(server_.port());
  client.send(get("/a") + get("/b"));
  client.finish_sending();
  EXPECT_EQ(client.receive().body, "GET /a");
  EXPECT_EQ(client.receive().body, "GET /b");
  EXPECT_EQ(client.receive_rest(), "");
}

TEST_F(ConnectionTest, ClosesSilentlyWhenSpokenToInTls) {
  Client client(server_.port());
  client.send(std::string("\x16\x03\x01\x00\x05hello", 10));
  EXPECT_EQ(client.receive_rest(), "");
}

TEST(ConnectionHeaders, FillTheSlotsWhateverTheirCase) {
  std::string seen;
  FunctionHandler handler([&](const api::Request& request) -> Task<api::Response> {
    for (const auto& value : request.headers) seen.append(value).append("|");
    seen += std::to_string(request.repeated_headers);
    co_return api::Response{};
  });
  TestServer server(handler, patient());
  Client client(server.port());
  client.send(
      "GET / HTTP/1.1\r\nhOST: h\r\nACCEPT: a\r\naccess-control-request-headers: b\r\n"
      "ACCEPT-Encoding: u\r\ncookie: v\r\nSec-Fetch-Site: w\r\nx-CSRF-token: x\r\n"
      "APIKEY: c\r\nappId: d\r\nauthtoken: e\r\nAuthorization:  Bearer f \r\nContent-Type: g\r\n"
      "if-none-match: i\r\nOnBehalfOf: j\r\norigin: k\r\nSDK: l\r\nUser-Agent: m\r\n"
      "X-Forwarded-For: n\r\nX-Forwarded-Proto: o\r\nx-request-id: p\r\nOther: q\r\n"
      "Sec-WebSocket-Key: r\r\nsec-websocket-version: s\r\nUPGRADE: t\r\n"
      "forwarded: y\r\nX-API-Key: 1\r\nAuth-Token: 2\r\n\r\n");
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(seen, "a|u|b|c|d|e|Bearer f|g|v|y|h|i|j|k|l|w|r|s|t|m|1|2|x|n|o|0");
}

TEST(ConnectionHeaders, TellWhenTheyComeTwiceWithDifferentValues) {
  std::vector<std::pair<std::string, bool>> seen;
  FunctionHandler handler([&](const api::Request& request) -> Task<api::Response> {
    seen.emplace_back(request.header(api::Header::auth_token),
                      request.is_repeated(api::Header::auth_token));
    EXPECT_EQ(request.header(api::Header::x_forwarded_for), "first, second, last");
    EXPECT_FALSE(request.is_repeated(api::Header::x_forwarded_for));
    EXPECT_FALSE(request.is_repeated(api::Header::app_id));
    co_return api::Response{};
  });
  TestServer server(handler, patient());
  Client client(server.port());
  const std::string_view forwarded =
      "x-forwarded-for: first\r\nx-forwarded-for: second\r\nx-forwarded-for: last\r\n";
  client.send(get("/", fmt::format("authToken: a\r\nauthToken: a\r\n{}", forwarded)));
  client.send(get("/", fmt::format("authToken: a\r\nauthToken: b\r\n{}", forwarded)));
  client.receive();
  client.receive();
  EXPECT_THAT(seen, ::testing::ElementsAre(Pair("a", false), Pair("a", true)));
}

TEST(ConnectionHeaders, AreNotTakenFromTrailers) {
  FunctionHandler handler([](const api::Request& request) -> Task<api::Response> {
    EXPECT_EQ(request.header(api::Header::auth_token), "");
    EXPECT_EQ(request.header(api::Header::app_id), "mine");
    EXPECT_EQ(request.repeated_headers, 0U);
    return test_support::echo(request);
  });
  TestServer server(handler, patient());
  Client client(server.port());
  client.send(
      "POST / HTTP/1.1\r\nHost: t\r\nappId: mine\r\nTransfer-Encoding: chunked\r\n\r\n"
      "1\r\na\r\n0\r\nauthToken: t\r\nappId: other\r\nHost: u\r\n\r\n");
  EXPECT_EQ(client.receive().body, "POST / a");
}

TEST(ConnectionHeaders, StayValidWhileTheBodyArrives) {
  FunctionHandler handler([](const api::Request& request) -> Task<api::Response> {
    api::Response response;
    response.body = fmt::format("{} {} {}", request.path, request.header(api::Header::auth_token),
                                request.body.size());
    co_return response;
  });
  TestServer server(handler, patient());
  Client client(server.port());
  client.send(
      "POST /long HTTP/1.1\r\nHost: h\r\nauthToken: secret\r\nContent-Length: 9000\r\n\r\n");
  for (int i = 0; i < 9; ++i) client.send(std::string(1000, 'x'));
  EXPECT_EQ(client.receive().body, "/long secret 9000");
}

TEST(ConnectionPipelining, AnswersInOrderAndWritesOnce) {
  Client* reader = nullptr;
  FunctionHandler handler([&](const api::Request& request) -> Task<api::Response> {
    EXPECT_FALSE(reader->has_input()) << "a response was written before " << request.path;
    return test_support::echo(request);
  });
  TestServer server(handler, patient());
  Client client(server.port());
  reader = &client;
  client.send(get("/1") + post("/2", "body") + get("/3"));
  EXPECT_EQ(client.receive().body, "GET /1");
  EXPECT_EQ(client.receive().body, "POST /2 body");
  EXPECT_EQ(client.receive().body, "GET /3");
}

TEST(ConnectionPipelining, DoesNotPileUpLargeAnswers) {
  FunctionHandler handler([](const api::Request&) -> Task<api::Response> {
    api::Response response;
    response.body.assign(100'000, 'x');
    co_return response;
  });
  TestServer server(handler, patient());
  Client client(server.port());
  std::string requests;
  for (int i = 0; i < 40; ++i) requests += get("/");
  client.send(requests);
  for (int i = 0; i < 40; ++i) EXPECT_EQ(client.receive().body.size(), 100'000U);
}

TEST(ConnectionLimits, RefuseWhatIsTooLarge) {
  std::atomic<int> calls = 0;
  FunctionHandler handler(
      [&](const api::Request& request) {
        ++calls;
        return test_support::echo(request);
      },
      100);
  auto limits = patient();
  limits.head_bytes = 1000;
  TestServer server(handler, limits);
  const std::string chunked = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::string long_line(1000, 'x');
  const struct {
    const char* what;
    std::string bytes;
    int status;
    const char* code;
  } cases[] = {
      {"announced", post("/", std::string(101, 'x')), 413, "ERR_PAYLOAD_TOO_LARGE"},
      {"huge", "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 18446744073709551615\r\n\r\n", 413,
       "ERR_PAYLOAD_TOO_LARGE"},
      {"expected",
       "POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 101\r\n\r\n", 413,
       "ERR_PAYLOAD_TOO_LARGE"},
      {"chunk", chunked + "65\r\nxx", 413, "ERR_PAYLOAD_TOO_LARGE"},
      {"second chunk", chunked + "40\r\n" + std::string(64, 'x') + "\r\n40\r\n", 413,
       "ERR_PAYLOAD_TOO_LARGE"},
      {"huge chunk", chunked + "ffffffffffffffff\r\n", 413, "ERR_PAYLOAD_TOO_LARGE"},
      {"header", get("/", "a: " + long_line + "\r\n"), 431, "ERR_HEADERS_TOO_LARGE"},
      {"target", "GET /" + long_line, 431, "ERR_HEADERS_TOO_LARGE"},
      {"extensions", chunked + "1;" + std::string(17'000, 'x'), 400, "ERR_BAD_REQUEST"},
      {"trailer", chunked + "0\r\na: " + std::string(17'000, 'x'), 400, "ERR_BAD_REQUEST"},
  };
  for (const auto& [what, bytes, status, code] : cases) {
    SCOPED_TRACE(what);
    Client client(server.port());
    client.send(bytes);
    const auto answer = client.receive();
    ASSERT_EQ(answer.status, status);
    EXPECT_EQ(code_of(answer), code);
    EXPECT_EQ(answer.headers.at("connection"), "close");
    EXPECT_EQ(client.receive_rest(), "");
  }
  EXPECT_EQ(calls, 0);
  Client exact(server.port());
  exact.send(post("/", std::string(100, 'x')));
  EXPECT_EQ(exact.receive().status, 200);
}

TEST(ConnectionLimits, LetTheClientReadTheRefusalWhileItStillSends) {
  FunctionHandler handler(test_support::echo, 100);
  TestServer server(handler);
  Client client(server.port());
  client.send(post("/", std::string(10'000, 'x')));
  EXPECT_EQ(client.receive().status, 413);
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(client.send("more")) << "reset";
  EXPECT_EQ(client.receive_rest(), "");
}

TEST(ConnectionDeadlines, CutTheSlow) {
  FunctionHandler handler(test_support::echo);
  TestServer server(handler, impatient());
  const struct {
    const char* what;
    std::string bytes;
    int status;
  } cases[] = {
      {"nothing", "", 0},
      {"half a line", "GET / HT", 408},
      {"half a head", "GET / HTTP/1.1\r\nHost: t\r\n", 408},
      {"half a body", "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nab", 408},
      {"half a chunk", "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na",
       408},
  };
  for (const auto& [what, bytes, status] : cases) {
    SCOPED_TRACE(what);
    Client client(server.port());
    client.send(bytes);
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, status);
    if (answer.status == 408) {
      EXPECT_EQ(code_of(answer), "ERR_REQUEST_TIMEOUT");
    }
    EXPECT_EQ(client.receive_rest(), "");
  }
}

TEST(ConnectionDeadlines, AreNotMovedByEachByte) {
  FunctionHandler handler(test_support::echo);
  auto limits = impatient();
  limits.head_bytes = 100'000'000;
  TestServer server(handler, limits);
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: t\r\n");
  constexpr int kFarTooLong = 2'000'000;
  for (int i = 0; i < kFarTooLong && !client.has_input(); ++i) client.send("a: b\r\n");
  ASSERT_TRUE(client.has_input()) << "still listening";
  EXPECT_EQ(client.receive().status, 408);
}

TEST(ConnectionDeadlines, CloseIdleConnections) {
  FunctionHandler handler(test_support::echo);
  TestServer server(handler, impatient());
  Client client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(client.receive_rest(), "");
}

// A read may complete at the moment the deadline passes.
TEST(ConnectionDeadlines, AreNotEscapedWithEmptyLines) {
  FunctionHandler handler(test_support::echo);
  TestServer server(handler, impatient());
  Client client(server.port());
  constexpr int kFarTooMany = 1'000'000;
  IoError failure;
  for (int i = 0; i < kFarTooMany && !failure; ++i)
    asio::write(client.socket(), asio::buffer("\r\n\r\n", 4), failure);
  EXPECT_TRUE(failure) << "still listening";
}

TEST(ConnectionDeadlines, DoNotRunWhileTheHandlerWorks) {
  FunctionHandler handler([](const api::Request& request) -> Task<api::Response> {
    // Three times the longest deadline, on the server's own timers.
    asio::basic_waitable_timer<std::chrono::steady_clock,
                               asio::wait_traits<std::chrono::steady_clock>, Executor>
        timer(co_await asio::this_coro::executor, milliseconds(150));
    co_await timer.async_wait(asio::as_tuple(asio::deferred));
    co_return co_await test_support::echo(request);
  });
  TestServer server(handler, impatient());
  Client client(server.port());
  client.send(get("/a"));
  EXPECT_EQ(client.receive().body, "GET /a");
}

TEST(ConnectionFailures, OfAHandlerCloseTheConnectionAndNothingElse) {
  FunctionHandler handler([](const api::Request& request) -> Task<api::Response> {
    if (request.path == "/bug") throw std::runtime_error("bug");
    co_return co_await test_support::echo(request);
  });
  TestServer server(handler, patient());
  Client client(server.port());
  client.send(get("/bug"));
  EXPECT_EQ(client.receive_rest(), "");
  Client other(server.port());
  other.send(get("/a"));
  EXPECT_EQ(other.receive().status, 200);
}

}  // namespace
}  // namespace parley::http
