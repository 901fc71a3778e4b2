// PresenceService::run() on an I/O thread, as in a server.
#include <atomic>
#include <chrono>
#include <new>
#include <string>
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

/// The clock of a service whose run() is on another thread than the test.
class ClockOfRun final : public SteadyClock {
 public:
  explicit ClockOfRun(const SteadyClock& real) : real_(real) {}

  [[nodiscard]] SteadyTime now() const override {
    if (std::this_thread::get_id() != test_ && ++calls_ == failing_call) throw std::bad_alloc();
    return real_.now();
  }

  /// Of run().
  [[nodiscard]] int calls() const { return calls_; }

  int failing_call = 0;  ///< This call of run() throws.

 private:
  const SteadyClock& real_;
  const std::thread::id test_ = std::this_thread::get_id();
  mutable std::atomic<int> calls_ = 0;
};

/// Runs PresenceService::run() on an I/O thread, as a server does.
class PresenceRunTest : private IoContext, public test_support::PresenceServiceTest {
 protected:
  ~PresenceRunTest() override { stop(); }

  void start() { start(domain.presence); }

  void start(PresenceService& presence) {
    running_ = &presence;
    asio::co_spawn(io, presence.run(), asio::detached);
    thread_ = std::jthread([this] { io.run(); });
  }

  /// Returns when run() has. The listener may be used again after that.
  void stop() {
    if (!thread_.joinable()) return;
    running_->stop();
    thread_.join();
  }

  void wait_for_announcements(std::uint64_t count) {
    while (running_->announced() < count) std::this_thread::sleep_for(1ms);
  }

  ClockOfRun clock_of_run{steady_clock};

 private:
  PresenceService* running_ = nullptr;
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

TEST_F(PresenceRunTest, TriesAgainLaterHoweverManyChangesComeMeanwhile) {
  std::atomic<int> attempts = 0;
  repeating.before_write = [&] {
    ++attempts;
    return Status(make_error(ErrorCode::kErrServiceUnavailable));
  };
  const auto began = std::chrono::steady_clock::now();
  start();
  for (DeviceNumber device = 1; device <= 30; ++device) {
    domain.presence.connect(kApp, "user-" + std::to_string(device), clock.now(), device);
    std::this_thread::sleep_for(1ms);
  }
  const auto made = attempts.load();
  EXPECT_LE(made, 1 + (std::chrono::steady_clock::now() - began) / 100ms);
  stop();
}

TEST_F(PresenceRunTest, SleepsWhileNothingChanges) {
  PresenceService presence(Environment{repeating, bus, clock, clock_of_run, random});
  presence.set_listener(listener);
  const auto connect_ann = [&](DeviceNumber device) {
    presence.connect(kApp, "ann", Time{}, device);
  };
  presence.connect(kApp, "bob", Time{}, 1);
  presence.drop(kApp, "bob", 1);  // A grace period is running.
  connect_ann(2);
  const auto began = std::chrono::steady_clock::now();
  start(presence);
  wait_for_announcements(2);
  for (DeviceNumber device = 3; device <= 30; ++device) {
    connect_ann(device);
    presence.leave(kApp, "ann", device);
    std::this_thread::sleep_for(1ms);
  }
  const auto calls = clock_of_run.calls();
  // run() may also have been woken before, and wakes once per second by itself.
  EXPECT_LE(calls, 2 * (2 + (std::chrono::steady_clock::now() - began) / 1s));
  stop();
}

TEST_F(PresenceRunTest, GoesOnAfterAWaitThatFailed) {
  PresenceService presence(Environment{repeating, bus, clock, clock_of_run, random});
  presence.set_listener(listener);
  presence.connect(kApp, "bob", Time{}, 1);
  presence.drop(kApp, "bob", 1);
  clock_of_run.failing_call = 2;  // The first one looks for grace periods that are over.
  start(presence);
  for (int i = 0; i < 10'000 && clock_of_run.calls() < 3; ++i) std::this_thread::sleep_for(1ms);
  EXPECT_GE(clock_of_run.calls(), 3);
  stop();
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
