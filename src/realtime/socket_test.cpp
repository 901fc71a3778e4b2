// Sockets over loopback, with time limits that are a hundredth of the real ones.
#include "realtime/socket.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <gmock/gmock.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.hpp"
#include "crypto/token_format.hpp"
#include "http/middleware.hpp"
#include "realtime/gateway.hpp"
#include "support/domain_test.hpp"
#include "support/loopback.hpp"

namespace parley::realtime {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace json = boost::json;

constexpr Limits kLimits{.ping = 200ms, .silence = 450ms};

/// A service that is not called: the tests only upgrade.
class NoService final : public api::Service {
 public:
  Task<api::Response> handle(const api::Request&) override { co_return api::Response{}; }
  Task<api::Admission> admit(const api::Request&, std::size_t) override {
    co_return api::Admission{};
  }
  [[nodiscard]] std::size_t body_limit(api::Method, std::string_view) const override { return 0; }
};

/// A WebSocket client that sends nothing automatically, not even pongs.
class SocketClient {
 public:
  struct Received {
    unsigned opcode;
    std::string payload;
  };
  static constexpr unsigned kText = 1;
  static constexpr unsigned kClose = 8;
  static constexpr unsigned kPing = 9;
  static constexpr unsigned kPong = 10;

  /// `headers`: further header lines, each with its CR LF.
  explicit SocketClient(std::uint16_t port, const std::string& headers = "") : client_(port) {
    client_.send(
        "GET /v3/realtime HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\n"
        "connection: upgrade\r\nsec-websocket-version: 13\r\n"
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        headers + "\r\n");
    EXPECT_EQ(client_.receive(false).status, 101);
  }

  /// `payload`: less than 64 KiB.
  void send(unsigned opcode, std::string_view payload = {}) {
    std::string frame{static_cast<char>(0x80 | opcode)};
    if (payload.size() < 126) {
      frame += static_cast<char>(0x80 | payload.size());
    } else {
      frame += static_cast<char>(0x80 | 126);
      frame += static_cast<char>(payload.size() >> 8);
      frame += static_cast<char>(payload.size() & 0xff);
    }
    client_.send(frame.append(4, '\0').append(payload));  // A mask of zeros.
  }

  /// Blocks until a frame arrives.
  Received receive() {
    const auto head = read(2);
    std::size_t size = static_cast<unsigned char>(head[1]);
    if (size == 126) {
      const auto length = read(2);
      size = static_cast<unsigned char>(length[0]) * 256U + static_cast<unsigned char>(length[1]);
    }
    return {static_cast<unsigned>(head[0]) & 0xfU, read(size)};
  }

  /// Sends an auth frame and returns the body of the answer.
  json::object log_in(std::string_view credential) {
    send(kText, json::serialize(
                    json::object{{"type", "auth"}, {"body", json::object{{"auth", credential}}}}));
    return json::parse(receive().payload).at("body").as_object();
  }

 private:
  std::string read(std::size_t size) {
    std::string bytes(size, '\0');
    asio::read(client_.socket(), asio::buffer(bytes));
    return bytes;
  }

  test_support::Client client_;
};

class SocketTest : public test_support::DomainTest {
 protected:
  SocketTest() {
    server_ = std::make_unique<http::Server>(io_threads_->contexts(), system_clock_,
                                             http::Limits{.sweep_interval = 10ms});
    port_ = server_->listen(http::parse_endpoint("127.0.0.1:0").value(), nullptr, middleware_)
                .value()
                .port;
    server_->start();
    asio::co_spawn(*io_threads_->contexts().front(), domain.presence.run(), asio::detached);
    create_user("ann");
  }
  ~SocketTest() override {
    domain.presence.stop();
    static_cast<void>(server_->drain(0ms));
    server_.reset();
    io_threads_.reset();  // Its coroutines refer to the hubs.
  }

  core::IssuedSession log_in(core::SessionRequest request = {}) {
    return runner.run(domain.sessions.log_in(actor, app, "ann", std::move(request))).value();
  }

  [[nodiscard]] std::string jwt(const core::Session& session, Time expires_at) const {
    return signer_.sign({.issuer = "http://localhost",
                         .subject = session.uid,
                         .app = session.app_id,
                         .session = session.id,
                         .issued_at = expires_at - 24h,
                         .expires_at = expires_at});
  }

  /// Answers the server's pings for `duration`, as a browser does.
  static void answer_pings(SocketClient& client, std::chrono::milliseconds duration) {
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {
      const auto received = client.receive();
      ASSERT_EQ(received.opcode, SocketClient::kPing) << received.payload;
      ASSERT_EQ(received.payload, "");
      client.send(SocketClient::kPong);
    }
  }

  [[nodiscard]] Time last_active_at() {
    return runner.run(domain.users.find(kApp, "ann")).value().last_active_at;
  }

  [[nodiscard]] std::uint64_t failures_of_app() {
    std::uint64_t count = 0;
    for (const auto& hour : runner.run(domain.failures.of_app(kApp, 1)).value()) {
      for (const auto& [code, times] : hour.counts) count += times;
    }
    return count;
  }

  /// Removes a session from the store without an event.
  void remove_unnoticed(const std::string& token) {
    const Status removed = runner.run(store->write([&](core::Transaction& transaction) -> Status {
      const auto session = transaction.sessions().find_by_digest(crypto::sha256(token));
      transaction.sessions().remove(*session);
      return {};
    }));
    EXPECT_TRUE(removed);
  }

  NoService service_;
  SystemClock system_clock_;
  http::FailedCredentials failed_credentials_{steady_clock, 1};
  http::AddressLimiter address_limiter_{steady_clock, 0, 17};
  const crypto::JwtSigner signer_{crypto::make_signing_key()};
  SocketCounters statistics_;
  OpenSockets open_sockets_{OpenSockets::Limits{}};
  std::unique_ptr<test_support::IoThreads> io_threads_ =
      std::make_unique<test_support::IoThreads>(1);
  Gateway gateway_{
      io_threads_->contexts(), bus, {domain, signer_, clock, kLimits, statistics_, open_sockets_}};
  http::Middleware middleware_{
      service_, failed_credentials_, address_limiter_, system_clock_, {}, nullptr, &gateway_};
  std::unique_ptr<http::Server> server_;
  std::uint16_t port_ = 0;
};

// Browsers run the timers of a hidden tab once per minute.
TEST_F(SocketTest, AClientThatOnlyAnswersPingsStaysConnected) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  answer_pings(client, 3 * kLimits.silence);
}

TEST_F(SocketTest, AClientThatAnswersNothingIsPingedTwiceAndClosed) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  clock.advance(1min);
  EXPECT_EQ(client.receive().opcode, SocketClient::kPing);
  EXPECT_EQ(client.receive().opcode, SocketClient::kPing);
  const auto last = client.receive();
  EXPECT_EQ(last.opcode, SocketClient::kClose);
  EXPECT_EQ(last.payload.substr(0, 2), "\x0f\xa2") << "4002";
}

TEST_F(SocketTest, AClientThatWasLostWasLastActiveWhenItWasLastHeardOf) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  const auto connected_at = clock.now();
  while (last_active_at() != connected_at) std::this_thread::sleep_for(1ms);
  advance(1min);
  answer_pings(client, kLimits.ping);
  while (client.receive().opcode != SocketClient::kClose) continue;
  const auto closed_at = clock.now();
  advance(core::Presence::kGrace);
  domain.presence.connect(kApp, "nobody", Time{}, 0);  // Wakes the task, which sleeps in real time.
  while (last_active_at() == connected_at) std::this_thread::sleep_for(1ms);
  EXPECT_LE(last_active_at(), closed_at - kLimits.silence + 50ms);
  EXPECT_GE(last_active_at(), closed_at - 30s);
}

// As on a node that lost its connection to the others.
TEST_F(SocketTest, ASessionThatEndedUnnoticedIsClosedOnceEventsArriveAgain) {
  SocketClient lost(port_);
  SocketClient kept(port_);
  const auto token = log_in().token.expose();
  EXPECT_EQ(lost.log_in(token).at("code"), "200");
  EXPECT_EQ(kept.log_in(log_in().token.expose()).at("code"), "200");
  bus.lose_sync();
  remove_unnoticed(token);
  bus.recover();
  lost.receive();
  const auto last = lost.receive();
  EXPECT_EQ(last.opcode, SocketClient::kClose);
  EXPECT_EQ(last.payload.substr(0, 2), "\x0f\xa3") << "4003";
  kept.send(SocketClient::kPing);
  EXPECT_EQ(kept.receive().opcode, SocketClient::kPong);
}

TEST_F(SocketTest, AllAreDisconnectedIfTheSessionsThatEndedUnnoticedCannotBeFound) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  repeating.reads_throw = true;
  bus.lose_sync();
  bus.recover();
  const auto receive_more_than_pings = [&] {
    while (client.receive().opcode == SocketClient::kPing) continue;
  };
  EXPECT_THROW(receive_more_than_pings(), boost::system::system_error) << "disconnected";
  repeating.reads_throw = false;
}

// A later app may have the same id.
TEST_F(SocketTest, ASocketThatARemovedAppClosesIsNotInTheFeed) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  while (client.receive().opcode != SocketClient::kClose) continue;
  EXPECT_TRUE(domain.feed.since(kApp, 0).empty());
}

// A phone that closes may be back at once, whatever code it sends.
TEST_F(SocketTest, AClientThatClosesHasAGraceWhateverItsCode) {
  SocketClient client(port_);
  EXPECT_EQ(client.log_in(log_in().token.expose()).at("code"), "200");
  while (!domain.presence.is_online(kApp, "ann")) std::this_thread::sleep_for(1ms);
  client.send(SocketClient::kClose, "\x0f\xa3");  // 4003, by which the server ends sessions.
  while (client.receive().opcode != SocketClient::kClose) continue;
  while (statistics_.authenticated != 0) std::this_thread::sleep_for(1ms);
  EXPECT_TRUE(domain.presence.is_online(kApp, "ann"));
}

TEST_F(SocketTest, ARefusedLoginIsRecordedForTheAppThatTheHeaderNames) {
  SocketClient client(port_, "appid: my-app\r\n");
  EXPECT_EQ(client.log_in("ann_0000000000000000000000000000000000000000000000").at("code"), "401");
  while (failures_of_app() == 0) std::this_thread::sleep_for(1ms);
}

TEST_F(SocketTest, AnAppIdThatIsNotUtf8IsAnsweredInUtf8) {
  SocketClient client(port_, "appid: \xff\r\n");
  const auto answer = client.log_in(log_in().token.expose());
  EXPECT_EQ(answer.at("error").at("code"), "AUTH_ERR_INVALID_APPID");
  EXPECT_THAT(answer.at("error").at("devMessage").as_string().c_str(),
              HasSubstr("Compare the appId of the auth frame"));
  EXPECT_TRUE(is_utf8(json::serialize(answer)));
}

TEST_F(SocketTest, AJwtOpensASocketForAsLongAsItsSessionLives) {
  core::SessionRequest request;
  request.expires_in = 48h;
  const auto session = log_in(request).session;
  const auto token = jwt(session, clock.now() - 1h);
  EXPECT_EQ(SocketClient(port_).log_in(token).at("code"), "200");

  clock.advance(48h);
  const auto expired = SocketClient(port_).log_in(token);
  EXPECT_EQ(expired.at("code"), "401");
  EXPECT_EQ(expired.at("error").at("code"), "AUTH_ERR_AUTH_TOKEN_EXPIRED");
  ASSERT_TRUE(runner.run(domain.sessions.end(actor, kApp, "ann", session.id)));
  const auto ended = SocketClient(port_).log_in(token);
  EXPECT_EQ(ended.at("code"), "401");
  EXPECT_EQ(ended.at("error").at("code"), "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
}

TEST_F(SocketTest, RefusalsFitWhatTheFrameContained) {
  const auto token = log_in();
  const auto key = crypto::make_api_key(random).expose();
  const std::pair<std::string, const char*> cases[] = {
      {"", "it is empty"},
      {key, "it is an API key"},
      {"Bearer " + token.token.expose(), "it starts with `Bearer`"},
      {"Bearer " + jwt(token.session, clock.now() + 1h), "it starts with `Bearer`"},
      {jwt(token.session, clock.now() + 1h) + "A", "this server did not sign"},
      {"junk", "or the auth token is not valid"},
  };
  for (const auto& [credential, expected] : cases) {
    const auto body = SocketClient(port_).log_in(credential);
    const auto& error = body.at("error").as_object();
    EXPECT_EQ(error.at("code"), "AUTH_ERR_AUTH_TOKEN_NOT_FOUND") << expected;
    EXPECT_THAT(error.at("message").as_string().c_str(), HasSubstr(expected));
    EXPECT_THAT(error.at("devMessage").as_string().c_str(), Not(HasSubstr("header")));
  }
}

TEST_F(SocketTest, AFirstFrameThatIsNotAnAuthFrameIsAskedForOne) {
  SocketClient client(port_);
  client.send(SocketClient::kText, R"({"type":"message"})");
  const auto answer = client.receive().payload;
  EXPECT_THAT(answer, HasSubstr("AUTH_ERR_EMPTY_AUTH_TOKEN"));
  EXPECT_THAT(answer, HasSubstr("send it in an auth frame"));
  EXPECT_THAT(answer, Not(HasSubstr("header")));
}

TEST_F(SocketTest, HoweverManyTokensOfAnAddressHaveEndedEachIsToldSo) {
  const auto issued = log_in();
  ASSERT_TRUE(runner.run(domain.sessions.end(actor, kApp, "ann", issued.session.id)));
  for (int i = 0; i < 30; ++i) {
    SocketClient client(port_);
    EXPECT_EQ(client.log_in(issued.token.expose()).at("error").at("code"),
              "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    const auto last = client.receive();
    EXPECT_EQ(last.opcode, SocketClient::kClose);
    EXPECT_THAT(last.payload, HasSubstr("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
  }
}

}  // namespace
}  // namespace parley::realtime
