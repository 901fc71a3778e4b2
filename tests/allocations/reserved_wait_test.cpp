// Coroutines that wait with a ReservedWait resume even if there is no memory.
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/reserved_wait.hpp"
#include "support/allocations.hpp"

namespace parley {
namespace {

using test_support::NoMemory;
using IoError = ReservedWait::IoError;

class WithoutMemory : public ::testing::Test {
 protected:
  /// Waits for `timer` without memory, and returns how that ended.
  std::optional<IoError> wait(Timer& timer) {
    std::optional<IoError> result;
    const auto task = [&]() -> Task<void> {
      ReservedWait wait;
      std::optional<NoMemory> none(std::in_place);
      const auto [code] = co_await wait.on(timer);
      none.reset();
      result = code;
      co_return;
    };
    asio::co_spawn(io_, task(), asio::detached);
    io_.run();
    io_.restart();
    return result;
  }

  void make_room_for_a_timer() {
    Timer timer(io_, std::chrono::milliseconds{1});
    timer.async_wait([](const IoError&) {});
    io_.run();
    io_.restart();
  }

  asio::io_context io_;
};

TEST_F(WithoutMemory, AWaitTakesNone) {
  make_room_for_a_timer();
  Timer timer(io_, std::chrono::milliseconds{1});
  EXPECT_EQ(wait(timer), IoError{});
}

TEST_F(WithoutMemory, ACoroutineResumesIfItCannotWait) {
  Timer timer(io_, std::chrono::hours{1});
  EXPECT_EQ(wait(timer), boost::system::errc::not_enough_memory);
}

TEST(ReservedWait, MayBeDestroyedWithItsContext) {
  asio::io_context io;
  Timer timer(io, std::chrono::hours{1});
  const auto task = [&]() -> Task<void> {
    ReservedWait wait;
    co_await wait.on(timer);
  };
  asio::co_spawn(io, task(), asio::detached);
  io.poll();
}

}  // namespace
}  // namespace parley
