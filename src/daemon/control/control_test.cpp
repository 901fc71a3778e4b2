#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>

#include "daemon/command_line/account.hpp"
#include "daemon/control/client.hpp"
#include "daemon/control/server.hpp"
#include "daemon/server/runtime.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

constexpr const char* kListApps = R"({"command":"app list","args":{}})";

/// A server on a data directory whose path is too long for a socket address.
class ControlTest : public ::testing::Test {
 protected:
  ControlTest() : directory_(temporary_.path() / std::string(150, 'd')) {
    EXPECT_TRUE(directory_.create());
    runtime_ = Runtime::open(directory_, 1, 100).value();
  }

  ~ControlTest() override { stop(); }

  void start() {
    server_ = std::make_unique<ControlServer>(runtime_->io_threads().first(), runtime_->domain(),
                                              directory_);
    ASSERT_TRUE(server_->open());
    server_->start();
  }

  void stop() {
    if (server_) server_->stop();
    runtime_->io_threads().join();
    server_.reset();
  }

  [[nodiscard]] std::filesystem::path socket_file() const {
    return directory_.path() / "control.sock";
  }

  test_support::TemporaryDirectory temporary_;
  DataDirectory directory_;
  std::unique_ptr<Runtime> runtime_;
  std::unique_ptr<ControlServer> server_;
};

TEST_F(ControlTest, AnswersLinesOfManyClients) {
  start();
  std::array<std::jthread, 8> clients;
  for (auto& client : clients) {
    client = std::jthread([this] {
      const auto answer = ask_running_server(directory_, kListApps);
      ASSERT_TRUE(answer && *answer);
      EXPECT_EQ(**answer, "{\"data\":[]}\n");
    });
  }
}

TEST_F(ControlTest, TheSocketBelongsToItsOwnerAloneAndGoesWithTheServer) {
  start();
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(socket_file()).permissions(),
            perms::owner_read | perms::owner_write);
  stop();
  EXPECT_FALSE(std::filesystem::exists(socket_file()));
}

TEST_F(ControlTest, TheAuditLogNamesTheAccountThatAsked) {
  start();
  const auto answer = ask_running_server(
      directory_, R"({"command":"app create","args":{"id":"shop","name":"Shop"}})");
  ASSERT_TRUE(answer && *answer);
  auto& audit = runtime_->domain().audit;
  const auto log = runtime_->io_threads().run(audit.list("shop", {.action = "app"})).value().events;
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0].action, "app.created");
  EXPECT_EQ(log[0].actor, own_account());
}

TEST_F(ControlTest, NobodyAnswersWhenNoServerRuns) {
  const auto answer = ask_running_server(directory_, kListApps);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(*answer);
  EXPECT_FALSE(*ask_running_server(DataDirectory("/nowhere"), kListApps));
}

TEST_F(ControlTest, TakesOverTheSocketOfAServerThatDied) {
  {
    const ControlSocketPath path(directory_);
    boost::asio::io_context context;
    using Protocol = boost::asio::local::stream_protocol;
    const Protocol::acceptor dead(context, Protocol::endpoint(path.get()));
  }
  ASSERT_TRUE(std::filesystem::exists(socket_file()));
  EXPECT_FALSE(*ask_running_server(directory_, kListApps));
  start();
  EXPECT_TRUE(*ask_running_server(directory_, kListApps));
}

TEST_F(ControlTest, StopsInSpiteOfAClientThatSaysNothing) {
  start();
  const ControlSocketPath path(directory_);
  boost::asio::io_context context;
  using Protocol = boost::asio::local::stream_protocol;
  Protocol::socket silent(context);
  silent.connect(Protocol::endpoint(path.get()));
  boost::asio::write(silent, boost::asio::buffer("half a line", 11));
  ASSERT_TRUE(*ask_running_server(directory_, kListApps));  // It was accepted before this one.
  stop();
}

TEST_F(ControlTest, AnEndlessLineIsNotReadToItsEnd) {
  start();
  const auto answer = ask_running_server(directory_, std::string(1'000'000, 'x'));
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error()->message, HasSubstr("before it answered"));
}

}  // namespace
}  // namespace parley::daemon
