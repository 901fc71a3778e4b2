#include "base/wakeup.hpp"

#include <thread>

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace parley {
namespace {

using namespace std::chrono_literals;

/// Longer than a test may take: a wait that nothing ends fails it by the limit of CTest.
constexpr auto kForever = std::chrono::hours{1};

/// Waits on an I/O thread of its own.
void wait(Wakeup& wakeup, std::chrono::milliseconds most) {
  asio::io_context io;
  asio::co_spawn(io, wakeup.wait(most), asio::detached);
  io.run();
}

TEST(Wakeup, EndsTheWaitOfAnotherThread) {
  Wakeup wakeup;
  std::jthread waiting([&] { wait(wakeup, kForever); });
  std::this_thread::sleep_for(5ms);
  wakeup.notify();
}

TEST(Wakeup, RemembersANotificationUntilTheNextWait) {
  Wakeup wakeup;
  wakeup.notify();
  wakeup.notify();
  wait(wakeup, kForever);
  std::jthread waiting([&] { wait(wakeup, kForever); });
  wakeup.notify();
}

TEST(Wakeup, EndsByItself) {
  Wakeup wakeup;
  wait(wakeup, 1ms);
}

TEST(Wakeup, IsNotifiedAfterTheWaitingCoroutineWasDestroyed) {
  Wakeup wakeup;
  {
    asio::io_context io;
    asio::co_spawn(io, wakeup.wait(kForever), asio::detached);
    io.poll();
  }
  wakeup.notify();
  wait(wakeup, kForever);
}

TEST(Wakeup, MayBeDestroyedBeforeWhatItPosted) {
  asio::io_context io;
  {
    Wakeup wakeup;
    asio::co_spawn(io, wakeup.wait(kForever), asio::detached);
    io.poll();
    wakeup.notify();
  }
  io.run();
}

TEST(Wakeup, LosesNoNotification) {
  Wakeup wakeup;
  std::atomic<int> taken = 0;
  asio::io_context io;
  const auto wait_again_and_again = [&]() -> Task<void> {
    while (taken < 1000) {
      co_await wakeup.wait(kForever);
      ++taken;
    }
  };
  asio::co_spawn(io, wait_again_and_again(), asio::detached);
  std::jthread waiting([&] { io.run(); });
  while (taken < 1000) {
    const int before = taken;
    wakeup.notify();
    while (taken == before) std::this_thread::yield();
  }
}

}  // namespace
}  // namespace parley
