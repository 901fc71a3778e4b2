#include "base/start_threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <system_error>

namespace parley {
namespace {

struct State {
  std::atomic<bool> stopped = false;
  std::atomic<int> ended = 0;
  int copies = 0;
};

/// Waits until it is stopped. The third copy fails, as if its thread could not start.
class Waiting {
 public:
  explicit Waiting(State& state) : state_(state) {}
  Waiting(const Waiting& other) : state_(other.state_) {
    if (++state_.copies == 3) throw std::system_error(EAGAIN, std::generic_category());
  }
  Waiting(Waiting&&) = default;
  Waiting& operator=(const Waiting&) = delete;
  Waiting& operator=(Waiting&&) = delete;
  ~Waiting() = default;

  void operator()(std::size_t) const {
    state_.stopped.wait(false);
    ++state_.ended;
  }

 private:
  State& state_;
};

TEST(StartThreads, EndsThoseThatRunIfOneCannotStart) {
  std::vector<std::thread> threads;
  State state;
  const auto stop = [&] {
    state.stopped = true;
    state.stopped.notify_all();
  };
  EXPECT_THROW(start_threads(threads, 5, Waiting(state), stop), std::system_error);
  EXPECT_EQ(state.ended, 2);
  EXPECT_TRUE(threads.empty());
}

TEST(StartThreads, NumbersThem) {
  std::vector<std::thread> threads;
  std::atomic<std::size_t> sum = 0;
  start_threads(
      threads, 4, [&](std::size_t i) { sum += i; }, [] {});
  join_all(threads);
  EXPECT_EQ(sum, 6U);
}

}  // namespace
}  // namespace parley
