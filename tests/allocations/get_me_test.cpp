// GET /me, the most frequent call of clients, allocates no heap memory once its session is cached.
#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <boost/asio/write.hpp>

#include "daemon/server/server.hpp"
#include "support/allocations.hpp"
#include "support/loopback.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

constexpr int kWarmUp = 200;
constexpr std::uint64_t kCalls = 2000;
/// Allows for housekeeping, which runs meanwhile. One allocation per call would be eight times as
/// many.
constexpr std::uint64_t kMost = kCalls / 8;

Settings settings() {
  Settings settings;
  settings.listen = http::parse_endpoint("127.0.0.1:0").value();
  settings.max_connections = 10;
  settings.caller_limits = {.user_per_minute = 1'000'000, .key_per_minute = 1'000'000};
  settings.request_timeout = settings.keep_alive = std::chrono::seconds{30};
  return settings;
}

/// A complete server with one I/O thread, and a user who is logged in.
class GetMeAllocationsTest : public ::testing::Test {
 protected:
  GetMeAllocationsTest() {
    EXPECT_TRUE(server_.listen());
    server_.start();
    auto& io_threads = runtime_->io_threads();
    auto& domain = runtime_->domain();
    core::App draft;
    draft.id = "my-app";
    draft.name = "My App";
    const core::Actor actor{.kind = core::ActorKind::server};
    const auto app = std::make_shared<const core::App>(
        io_threads.run(domain.apps.create(actor, std::move(draft))).value().app);
    core::User user;
    user.uid = "superhero1";
    user.name = "Iron Man";
    user.tags = {"avenger", "engineer"};
    EXPECT_TRUE(io_threads.run(domain.users.create(actor, app, user, std::nullopt)));
    token_ =
        io_threads.run(domain.sessions.log_in(actor, app, user.uid, {})).value().token.expose();
  }
  ~GetMeAllocationsTest() override { server_.stop(); }

  [[nodiscard]] std::uint16_t port() const {
    const std::string_view url = server_.addresses().url;
    std::uint16_t port = 0;
    std::from_chars(url.data() + url.rfind(':') + 1, url.data() + url.size(), port);
    return port;
  }

  /// The number of allocations of the whole process during kCalls calls. The client makes none.
  std::uint64_t allocations_of(const std::string& headers) {
    const auto request = fmt::format(
        "GET /v3.0/me HTTP/1.1\r\nhost: localhost\r\nauthToken: {}\r\n{}\r\n", token_, headers);
    test_support::Client client(port());
    for (int i = 0; i < kWarmUp; ++i) ask(client, request);
    const auto before = test_support::allocations();
    for (std::uint64_t i = 0; i < kCalls; ++i) ask(client, request);
    return test_support::allocations() - before;
  }

  static void ask(test_support::Client& client, const std::string& request) {
    std::array<char, 4096> answer;
    std::size_t size = 0;
    boost::asio::write(client.socket(), boost::asio::buffer(request));
    while (!std::string_view(answer.data(), size).ends_with("}}")) {
      size += client.socket().read_some(
          boost::asio::buffer(answer.data() + size, answer.size() - size));
    }
    ASSERT_TRUE(std::string_view(answer.data(), size).starts_with("HTTP/1.1 200 OK\r\n"));
  }

  test_support::TemporaryDirectory path_;
  const DataDirectory directory_{path_.path()};
  const Settings settings_ = settings();
  std::unique_ptr<Runtime> runtime_ = Runtime::open(directory_, 1, 100).value();
  Server server_{*runtime_, settings_, directory_, {}, Mode::serve};
  std::string token_;
};

TEST_F(GetMeAllocationsTest, ACallOfAProgramTakesNothingFromTheHeap) {
  EXPECT_LT(allocations_of(""), kMost);
}

TEST_F(GetMeAllocationsTest, NorDoesOneOfAPageOfAnotherOrigin) {
  EXPECT_LT(allocations_of("origin: https://chat.example.com\r\n"
                           "user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36\r\n"
                           "accept: application/json\r\naccept-encoding: gzip, deflate, br\r\n"
                           "sec-fetch-mode: cors\r\nsec-fetch-site: cross-site\r\n"),
            kMost);
}

}  // namespace
}  // namespace parley::daemon
