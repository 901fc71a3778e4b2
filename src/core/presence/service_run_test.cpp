// PresenceService::run() on an I/O thread, as in a server.
#include <atomic>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "core/presence/service.hpp"
#include "support/presence_service_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

/// A base class, so that it outlives the store, which posts to it.
struct IoContext {
  asio::io_context io;
};

/// Runs PresenceService::run() on an I/O thread, as a server does.
class PresenceRunTest : private IoContext, public test_support::PresenceServiceTest {
 protected:
  ~PresenceRunTest() override { stop(); }

  void start() {
    asio::co_spawn(io, domain.presence.run(), asio::detached);
    thread_ = std::jthread([this] { io.run(); });
  }

  /// Returns when run() has. The listener may be used again after that.
  void stop() {
    domain.presence.stop();
    if (thread_.joinable()) thread_.join();
  }

  void wait_for_announcements(std::uint64_t count) {
    while (domain.presence.announced() < count) std::this_thread::sleep_for(1ms);
  }

 private:
  std::jthread thread_;
};

TEST_F(PresenceRunTest, AnnouncesChangesWhenTheyHappen) {
  create("ann");
  start();
  connect("ann", 1);
  wait_for_announcements(1);
  domain.presence.drop(kApp, "ann", 1);
  advance(Presence::kGrace);  // run() sleeps in real time, so it notices within a second.
  wait_for_announcements(2);
  stop();
  ASSERT_EQ(listener.announced.size(), 2U);
  EXPECT_TRUE(listener.announced[0]->online);
  EXPECT_FALSE(listener.announced[1]->online);
}

TEST_F(PresenceRunTest, TriesAgainWhileTheStoreFails) {
  create("ann");
  std::atomic<int> attempts = 0;
  repeating.before_write = [&] {
    return ++attempts < 3 ? Status(make_error(ErrorCode::kErrServiceUnavailable)) : Status{};
  };
  connect("ann", 1);
  start();
  wait_for_announcements(1);
  stop();
  EXPECT_EQ(attempts, 3);
  EXPECT_THAT(announced_online(), ElementsAre("ann"));
}

TEST_F(PresenceRunTest, AnnouncesWhatIsPendingBeforeItReturns) {
  create("ann");
  connect("ann", 1);
  domain.presence.stop();
  start();
  stop();
  EXPECT_THAT(announced_online(), ElementsAre("ann"));
}

}  // namespace
}  // namespace parley::core
