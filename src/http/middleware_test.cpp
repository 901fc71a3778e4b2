#include "http/middleware.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <new>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "base/log.hpp"
#include "support/coroutine_runner.hpp"
#include "support/loopback.hpp"
#include "support/manual_clock.hpp"

namespace parley::http {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

class FakeService final : public api::Service {
 public:
  using Function = std::function<api::Response(const api::Request&)>;
  explicit FakeService(Function function) : function_(std::move(function)) {}

  Task<api::Response> handle(const api::Request& request) override { co_return function_(request); }
  /// Refuses every body.
  Task<api::Admission> admit(const api::Request& request, std::size_t) override {
    api::Admission admission;
    admission.refusal = function_(request);
    co_return admission;
  }
  [[nodiscard]] std::size_t body_limit(api::Method, std::string_view) const override { return 42; }

 private:
  Function function_;
};

api::Response ask(Middleware& middleware, const api::Request& request) {
  return test_support::CoroutineRunner().run(middleware.handle(request));
}

api::Request request_from(std::string_view address) {
  api::Request request;
  request.method_name = "GET";
  request.path = "/v3/me";
  request.remote_address = address;
  request.id = "00000000deadbeef";
  return request;
}

/// What is logged while `action` runs, as JSON lines.
std::string logged(const std::function<void()>& action) {
  static const bool configured = [] {
    log::configure(log::Format::json, log::Level::info);
    return true;
  }();
  EXPECT_TRUE(configured);
  ::testing::internal::CaptureStderr();
  action();
  return ::testing::internal::GetCapturedStderr();
}

class MiddlewareTest : public ::testing::Test {
 protected:
  test_support::ManualClock clock_;
  test_support::ManualSteadyClock steady_clock_;
  FailedCredentials failed_credentials_{steady_clock_, 20};
  AddressLimiter address_limiter_{steady_clock_, 0, 17};
};

TEST_F(MiddlewareTest, TurnsABugIntoAPlain500ThatTheLogExplains) {
  FakeService service([](const api::Request&) -> api::Response {
    throw std::runtime_error("index out of range\nforged line");
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  api::Response response;
  const auto line = logged([&] { response = ask(middleware, request_from("192.0.2.1")); });
  EXPECT_EQ(response.status, 500);
  const auto error = boost::json::parse(response.body).at("error");
  EXPECT_EQ(error.at("code"), "ERR_EXCEPTION");
  EXPECT_EQ(error.at("requestId"), "00000000deadbeef");
  EXPECT_THAT(response.body, Not(HasSubstr("index")));
  EXPECT_THAT(line, HasSubstr("index out of range"));
  EXPECT_THAT(line, HasSubstr("00000000deadbeef"));
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

TEST_F(MiddlewareTest, AsksToComeBackWhenMemoryRanOut) {
  FakeService service([](const api::Request&) -> api::Response { throw std::bad_alloc(); });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  api::Response response;
  const auto line = logged([&] { response = ask(middleware, request_from("192.0.2.1")); });
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(boost::json::parse(response.body).at("error").at("code"), "ERR_SERVICE_UNAVAILABLE");
  EXPECT_THAT(response.headers, Contains(Pair("retry-after", "1")));
  EXPECT_THAT(line, HasSubstr("out of memory"));
}

TEST_F(MiddlewareTest, LogsEqualFailuresOncePerMinuteButEveryBug) {
  FakeService service([](const api::Request& request) -> api::Response {
    if (request.path == "/bug") throw std::runtime_error("the same bug");
    auto error = make_error(ErrorCode::kErrServiceUnavailable);
    error->internal = "the same failure";
    return api::error(error, request.id);
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  auto request = request_from("192.0.2.1");
  const auto lines_of_50 = [&] {
    const auto lines = logged([&] {
      for (int i = 0; i < 50; ++i) ask(middleware, request);
    });
    return std::count(lines.begin(), lines.end(), '\n');
  };
  EXPECT_EQ(lines_of_50(), 1);
  request.path = "/bug";
  EXPECT_EQ(lines_of_50(), 50) << "a 500 says that its request id is in the log";
}

TEST_F(MiddlewareTest, DoesNotLogAgainWhatTheLogHas) {
  FakeService service([](const api::Request& request) {
    auto error = make_error(ErrorCode::kErrServiceUnavailable);
    error->internal = "logged where it failed";
    error->is_logged = true;
    return api::error(error, request.id);
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  EXPECT_EQ(logged([&] { ask(middleware, request_from("192.0.2.1")); }), "");
}

TEST_F(MiddlewareTest, SurvivesABugOverTheWire) {
  FakeService service([](const api::Request& request) -> api::Response {
    if (request.path == "/bug") throw 42;
    return api::data_answer("1");
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  test_support::TestServer server(middleware);
  test_support::Client client(server.port());
  client.send("GET /bug HTTP/1.1\r\nHost: t\r\n\r\nGET /ok HTTP/1.1\r\nHost: t\r\n\r\n");
  const auto bug = client.receive();
  EXPECT_EQ(bug.status, 500);
  EXPECT_EQ(boost::json::parse(bug.body).at("error").at("requestId"),
            boost::json::string_view(bug.headers.at("x-request-id")));
  EXPECT_EQ(client.receive().body, R"({"data":1})");
}

TEST_F(MiddlewareTest, AsksTheServiceForItsLimits) {
  FakeService service([](const api::Request&) { return api::Response{}; });
  EXPECT_EQ(Middleware(service, failed_credentials_, address_limiter_, clock_, {})
                .body_limit(api::Method::put, "/"),
            42U);
}

TEST_F(MiddlewareTest, BelievesForwardedHeadersOfTrustedProxiesOnly) {
  FakeService service([](const api::Request& request) {
    api::Response response;
    response.body = fmt::format("{} {}", request.remote_address, request.secure);
    return response;
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_,
                        {.trusted_proxies = {Network::parse("10.0.0.0/8").value(),
                                             Network::parse("2001:db8:aaaa::/48").value()}});
  const struct {
    const char* peer;
    const char* forwarded_for;
    const char* proto;
    const char* seen;
  } cases[] = {
      {"192.0.2.1", "", "", "192.0.2.1 false"},
      {"192.0.2.1", "198.51.100.7", "https", "192.0.2.1 false"},
      {"10.0.0.1", "", "", "10.0.0.1 false"},
      {"10.0.0.1", "198.51.100.7", "https", "198.51.100.7 true"},
      {"10.0.0.1", "198.51.100.7", "http", "198.51.100.7 false"},
      {"10.0.0.1", "1.1.1.1, 198.51.100.7", "HTTPS", "198.51.100.7 true"},
      {"10.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", "", "198.51.100.7 false"},
      {"10.0.0.1", "10.0.0.3,10.0.0.2", "", "10.0.0.3 false"},
      {"10.0.0.1", "1.1.1.1, junk", "", "10.0.0.1 false"},
      {"10.0.0.1", "1.1.1.1, junk, 10.0.0.2", "", "10.0.0.2 false"},
      // Empty elements do not count.
      {"10.0.0.1", "198.51.100.7,,", "", "198.51.100.7 false"},
      {"10.0.0.1", ", 198.51.100.7", "", "198.51.100.7 false"},
      {"10.0.0.1", "1.1.1.1, 198.51.100.7 , ,\t, 10.0.0.2,", "", "198.51.100.7 false"},
      {"10.0.0.1", ",, ,", ",", "10.0.0.1 false"},
      {"10.0.0.1", "198.51.100.7", ",https,,", "198.51.100.7 true"},
      {"10.0.0.1", "198.51.100.7, 10.0.0.2", "https,,http", "198.51.100.7 true"},
      // IPv4-mapped addresses are IPv4 addresses.
      {"10.0.0.1", "::ffff:198.51.100.7", "", "198.51.100.7 false"},
      {"10.0.0.1", "[::FFFF:c633:6407]:4711", "", "198.51.100.7 false"},
      {"10.0.0.1", "198.51.100.7, ::ffff:10.0.0.2", "", "198.51.100.7 false"},
      {"::ffff:10.0.0.1", "198.51.100.7", "", "198.51.100.7 false"},
      {"10.0.0.1", "198.51.100.7:4711", "", "198.51.100.7 false"},
      {"10.0.0.1", "[2001:db8::7]:4711", "", "2001:db8::7 false"},
      {"10.0.0.1", "2001:DB8::7", "", "2001:db8::7 false"},
      {"10.0.0.1", "2001:db8::7, 2001:db8:aaaa::1", "", "2001:db8::7 false"},
      {"10.0.0.1", "[", "", "10.0.0.1 false"},
      // One protocol per hop: the client's counts.
      {"10.0.0.1", "198.51.100.7", "https,https", "198.51.100.7 true"},
      {"10.0.0.1", "", "http, https", "10.0.0.1 true"},
      // Traefik names the protocol of a WebSocket.
      {"10.0.0.1", "198.51.100.7", "wss", "198.51.100.7 true"},
      {"10.0.0.1", "198.51.100.7", "WSS", "198.51.100.7 true"},
      {"10.0.0.1", "198.51.100.7", "ws", "198.51.100.7 false"},
      {"10.0.0.1", "198.51.100.7, 10.0.0.2", "https, http", "198.51.100.7 true"},
      {"10.0.0.1", "198.51.100.7, 10.0.0.2", "http, https", "198.51.100.7 false"},
      {"10.0.0.1", "1.1.1.1, 198.51.100.7", "https, http", "198.51.100.7 false"},
      {"10.0.0.1", "198.51.100.7, 10.0.0.2", "https", "198.51.100.7 true"},
      {"10.0.0.1", "1.1.1.1\", 198.51.100.7", "", "198.51.100.7 false"},
  };
  for (const auto& [peer, forwarded_for, proto, seen] : cases) {
    auto request = request_from(peer);
    request.headers[static_cast<std::size_t>(api::Header::x_forwarded_for)] = forwarded_for;
    request.headers[static_cast<std::size_t>(api::Header::x_forwarded_proto)] = proto;
    EXPECT_EQ(ask(middleware, request).body, seen) << forwarded_for;
  }
}

TEST_F(MiddlewareTest, ReadsForwardedWhereTheOtherHeadersAreAbsent) {
  FakeService service([](const api::Request& request) {
    api::Response response;
    response.body = fmt::format("{} {}", request.remote_address, request.secure);
    return response;
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_,
                        {.trusted_proxies = {Network::parse("10.0.0.0/8").value()}});
  const struct {
    const char* peer;
    const char* forwarded;
    const char* seen;
  } cases[] = {
      {"192.0.2.1", "for=198.51.100.7;proto=https", "192.0.2.1 false"},
      {"10.0.0.1", "for=198.51.100.7", "198.51.100.7 false"},
      {"10.0.0.1", "For=198.51.100.7; Proto=HTTPS;by=10.0.0.1", "198.51.100.7 true"},
      {"10.0.0.1", R"(proto="https";for="[2001:db8::7]:4711")", "2001:db8::7 true"},
      {"10.0.0.1", "for=198.51.100.7;proto=https, for=10.0.0.2;proto=http", "198.51.100.7 true"},
      {"10.0.0.1", "for=1.1.1.1;proto=https, for=198.51.100.7;proto=http", "198.51.100.7 false"},
      {"10.0.0.1", "for=1.1.1.1, for=_hidden;proto=https", "10.0.0.1 true"},
      {"10.0.0.1", "for=unknown", "10.0.0.1 false"},
      {"10.0.0.1", R"(for="1.1.1.1, for=198.51.100.7)", "198.51.100.7 false"},
      {"10.0.0.1", "for=198.51.100.7;proto=wss", "198.51.100.7 true"},
      {"10.0.0.1", "=;;, ;for;=x", "10.0.0.1 false"},
      {"10.0.0.1", "for=198.51.100.7;proto=https,, ,", "198.51.100.7 true"},
      {"10.0.0.1", ", for=198.51.100.7", "198.51.100.7 false"},
      {"10.0.0.1", R"(for="[::ffff:198.51.100.7]")", "198.51.100.7 false"},
      // Malformed: which of two values the proxy wrote is unknown.
      {"10.0.0.1", "for=198.51.100.7;for=1.1.1.1;proto=https", "10.0.0.1 false"},
      {"10.0.0.1", "for=198.51.100.7;FOR=198.51.100.7", "10.0.0.1 false"},
      {"10.0.0.1", "for=198.51.100.7;proto=http;proto=https", "10.0.0.1 false"},
      {"10.0.0.1", "for=;for=198.51.100.7", "10.0.0.1 false"},
      {"10.0.0.1", "for=1.1.1.1;proto=https, for=10.0.0.2;for=10.0.0.3", "10.0.0.1 false"},
      {"10.0.0.1", "for=1.1.1.1;for=2.2.2.2, for=198.51.100.7", "198.51.100.7 false"},
      {"10.0.0.1", "for=1.1.1.1;for=2.2.2.2, for=10.0.0.2;proto=https", "10.0.0.2 true"},
      {"10.0.0.1", "for=198.51.100.7;by=_a;by=_b;host=h", "198.51.100.7 false"},
      // Clients choose the host.
      {"10.0.0.1", R"(host="h;for=1.1.1.1";for=198.51.100.7)", "198.51.100.7 false"},
      {"10.0.0.1", R"(host="h\";for=1.1.1.1;x=";for=198.51.100.7)", "198.51.100.7 false"},
      {"10.0.0.1", R"(for=1.1.1.1;x=1, for=198.51.100.7;host="h\"")", "198.51.100.7 false"},
      {"10.0.0.1", R"(for=1.1.1.1;x=1, for=198.51.100.7;host="h\\")", "198.51.100.7 false"},
  };
  for (const auto& [peer, forwarded, seen] : cases) {
    auto request = request_from(peer);
    request.headers[static_cast<std::size_t>(api::Header::forwarded)] = forwarded;
    EXPECT_EQ(ask(middleware, request).body, seen) << forwarded;
  }

  // The client forges the header that its proxy does not set.
  auto request = request_from("10.0.0.1");
  request.headers[static_cast<std::size_t>(api::Header::forwarded)] = "for=1.1.1.1;proto=https";
  request.headers[static_cast<std::size_t>(api::Header::x_forwarded_for)] = "198.51.100.7";
  EXPECT_EQ(ask(middleware, request).body, "198.51.100.7 false");
}

TEST_F(MiddlewareTest, WarnsOnceOfAProxyThatIsNotTrusted) {
  FakeService service([](const api::Request&) { return api::Response{}; });
  const auto warning_about = [&](std::string_view peer, bool forwards, int requests = 1) {
    Middleware middleware(service, failed_credentials_, address_limiter_, clock_,
                          {.trusted_proxies = {Network::parse("10.1.0.0/16").value()}});
    auto request = request_from(peer);
    request.came_through_proxy = true;
    if (forwards) {
      request.headers[static_cast<std::size_t>(api::Header::x_forwarded_for)] = "198.51.100.7";
    }
    return logged([&] {
      for (int i = 0; i < requests; ++i) ask(middleware, request);
    });
  };
  EXPECT_THAT(warning_about("10.2.0.1", true),
              HasSubstr(R"("event":"untrusted_proxy","address":"10.2.0.1")"));
  EXPECT_THAT(warning_about("fd00::1", true), HasSubstr("untrusted_proxy"));
  const auto twice = warning_about("172.17.0.1", true, 2);
  EXPECT_EQ(twice.find("untrusted_proxy"), twice.rfind("untrusted_proxy"));
  EXPECT_EQ(warning_about("10.1.0.1", true), "") << "trusted";
  EXPECT_EQ(warning_about("192.0.2.1", true), "") << "not private: it may send anything";
  EXPECT_EQ(warning_about("10.2.0.1", false), "") << "only HTTP/1.0";
}

TEST_F(MiddlewareTest, LimitsRefusedCredentialsButNeverValidOnes) {
  bool valid = false;
  FakeService service([&](const api::Request& request) {
    if (valid) return api::data_answer("1");
    auto refused = api::error(make_error(ErrorCode::kAuthErrApikeyNotFound), request.id);
    refused.refused_credential = true;
    refused.headers.emplace_back("access-control-allow-origin", "*");
    return refused;
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  for (int i = 0; i < 20; ++i) EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401);

  const auto limited = ask(middleware, request_from("192.0.2.1"));
  EXPECT_EQ(limited.status, 429);
  const auto error = boost::json::parse(limited.body).at("error");
  EXPECT_EQ(error.at("code"), "ERR_TOO_MANY_REQUESTS");
  EXPECT_THAT(limited.headers, Contains(Pair("retry-after", "60")));
  EXPECT_THAT(limited.headers, Contains(Pair("x-rate-limit-reset",
                                             std::to_string(to_unix_seconds(clock_.now()) + 60))));
  EXPECT_THAT(limited.headers, Contains(Pair("access-control-allow-origin", "*")));
  EXPECT_THAT(limited.headers, Not(Contains(Key("www-authenticate"))));

  EXPECT_EQ(ask(middleware, request_from("192.0.2.2")).status, 401) << "another address";
  valid = true;
  EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 200) << "behind the same address";
  valid = false;
  steady_clock_.advance(60s);
  EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401) << "a minute later";
}

TEST_F(MiddlewareTest, NeverReplacesTheRefusalOfAnAuthToken) {
  bool by_token = true;
  FakeService service([&](const api::Request& request) {
    auto refused = api::error(make_error(by_token ? ErrorCode::kAuthErrAuthTokenNotFound
                                                  : ErrorCode::kAuthErrApikeyNotFound),
                              request.id);
    refused.refused_credential = true;
    refused.refused_auth_token = by_token;
    return refused;
  });
  Middleware middleware(service, failed_credentials_, address_limiter_, clock_, {});
  for (int i = 0; i < 100; ++i) EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401);
  by_token = false;
  for (int i = 0; i < 20; ++i) EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401);
  EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 429);
  by_token = true;
  EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401) << "while the address waits";
}

TEST_F(MiddlewareTest, TreatsTheRefusalOfABodyAsAnyOther) {
  FakeService service([](const api::Request& request) {
    if (request.path == "/bug") throw std::runtime_error("broken");
    if (request.path == "/memory") throw std::bad_alloc();
    if (request.path == "/unknown") throw 42;
    auto refused = api::error(make_error(ErrorCode::kAuthErrApikeyNotFound), request.id);
    refused.refused_credential = true;
    return refused;
  });
  Middleware middleware(
      service, failed_credentials_, address_limiter_, clock_,
      {.trusted_proxies = {Network::parse("10.0.0.0/8").value()}, .access_log = true});
  auto request = request_from("10.0.0.1");
  request.headers[static_cast<std::size_t>(api::Header::x_forwarded_for)] = "198.51.100.7";
  int status = 0;
  const auto admit = [&] {
    test_support::CoroutineRunner runner;
    status = runner.run(middleware.admit(request, 1000)).refusal.value().status;
  };
  EXPECT_THAT(logged(admit), HasSubstr("198.51.100.7"));
  EXPECT_EQ(status, 401);
  for (int i = 0; i < 20; ++i) logged(admit);
  EXPECT_EQ(status, 429) << "counted as failed credentials of the client";
  request.path = "/bug";
  EXPECT_THAT(logged(admit), HasSubstr("broken"));
  EXPECT_EQ(status, 500);
  request.path = "/memory";
  EXPECT_THAT(logged(admit), HasSubstr("/memory"));
  EXPECT_EQ(status, 503);
  request.path = "/unknown";
  EXPECT_THAT(logged(admit), HasSubstr("unknown type"));
  EXPECT_EQ(status, 500);
}

TEST_F(MiddlewareTest, LimitsTheRequestsOfAnAddressButNotOfAProxy) {
  FakeService service([](const api::Request&) { return api::data_answer("1"); });
  AddressLimiter three_per_minute(steady_clock_, 3, 17);
  Middleware middleware(service, failed_credentials_, three_per_minute, clock_,
                        {.trusted_proxies = {Network::parse("10.0.0.1").value()}});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 200);
  for (const auto correction : {0h, -24h, 48h}) {
    clock_.advance(correction);
    const auto limited = ask(middleware, request_from("192.0.2.1"));
    EXPECT_EQ(limited.status, 429);
    EXPECT_THAT(limited.headers, Contains(Pair("retry-after", "60")));
    EXPECT_THAT(
        limited.headers,
        Contains(Pair("x-rate-limit-reset", std::to_string(to_unix_seconds(clock_.now()) + 60))));
    EXPECT_THAT(limited.fixed_headers, HasSubstr("access-control-allow-origin: *"));
  }
  EXPECT_EQ(ask(middleware, request_from("192.0.2.2")).status, 200) << "another address";
  for (int i = 0; i < 9; ++i) EXPECT_EQ(ask(middleware, request_from("10.0.0.1")).status, 200);
  steady_clock_.advance(60s);
  EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 200) << "a minute later";
}

TEST_F(MiddlewareTest, CountsARequestOnceAndABodyThatNeverComesToo) {
  class Welcoming final : public api::Service {
   public:
    Task<api::Response> handle(const api::Request&) override { co_return api::data_answer("1"); }
    Task<api::Admission> admit(const api::Request&, std::size_t) override {
      co_return api::Admission{};
    }
    [[nodiscard]] std::size_t body_limit(api::Method, std::string_view) const override { return 9; }
  } service;
  AddressLimiter three_per_minute(steady_clock_, 3, 17);
  Middleware middleware(service, failed_credentials_, three_per_minute, clock_, {});
  const auto request = request_from("192.0.2.1");
  auto admitted = request;
  admitted.admitted = true;
  const auto admit = [&] {
    return test_support::CoroutineRunner().run(middleware.admit(request, 9)).refusal;
  };
  EXPECT_FALSE(admit());
  EXPECT_EQ(ask(middleware, admitted).status, 200);
  EXPECT_FALSE(admit()) << "its body never comes";
  EXPECT_FALSE(admit());
  EXPECT_EQ(ask(middleware, admitted).status, 200);
  EXPECT_EQ(admit().value().status, 429);
  EXPECT_EQ(ask(middleware, request).status, 429);
}

TEST_F(MiddlewareTest, LimitsNothingWhenOff) {
  FakeService service([](const api::Request& request) {
    auto refused = api::error(make_error(ErrorCode::kAuthErrApikeyNotFound), request.id);
    refused.refused_credential = true;
    return refused;
  });
  FailedCredentials unlimited(steady_clock_, 0);
  Middleware middleware(service, unlimited, address_limiter_, clock_, {});
  for (int i = 0; i < 100; ++i) EXPECT_EQ(ask(middleware, request_from("192.0.2.1")).status, 401);
}

TEST_F(MiddlewareTest, WritesAnAccessLogOnRequest) {
  FakeService service([](const api::Request&) { return api::data_answer("1"); });
  auto request = request_from("192.0.2.1");
  request.path = "/v3/users/jo/auth_tokens/jo_secret\xff";
  request.query = "authToken=secret";
  Middleware silent(service, failed_credentials_, address_limiter_, clock_, {});
  EXPECT_EQ(logged([&] { ask(silent, request); }), "");
  Middleware talking(service, failed_credentials_, address_limiter_, clock_, {.access_log = true});
  const auto line = logged([&] { ask(talking, request); });
  const auto entry = boost::json::parse(line);
  EXPECT_EQ(entry.at("event"), "request");
  EXPECT_EQ(entry.at("method"), "GET");
  EXPECT_EQ(entry.at("path"), "/v3/users/jo/auth_tokens/***");
  EXPECT_EQ(entry.at("status"), 200);
  EXPECT_EQ(entry.at("bytes"), 10);
  EXPECT_EQ(entry.at("ip"), "192.0.2.1");
  EXPECT_EQ(entry.at("requestId"), "00000000deadbeef");
  EXPECT_TRUE(entry.at("ms").is_double());
  EXPECT_THAT(line, Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace parley::http
