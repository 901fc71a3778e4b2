#include "http/io_thread.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

#include "support/manual_clock.hpp"

namespace parley::http {
namespace {

/// A connection whose deadline has passed, and whose expire() calls a function.
class Late final : public DeadlineWatch {
 public:
  explicit Late(std::function<void()> on_expire) : on_expire_(std::move(on_expire)) {
    deadline_ = {};
  }

  void expire() override {
    deadline_ = kNoDeadline;
    on_expire_();
  }
  void drain() override {}
  void cut() override {}

 private:
  std::function<void()> on_expire_;
};

TEST(IoThread, GoesOnWhenAConnectionThrows) {
  asio::io_context context(1);
  const test_support::ManualClock clock;
  const auto io_thread = std::make_shared<IoThread>(context, clock, Limits{});
  int expired = 0;
  Late good([&] {
    ++expired;
    io_thread->stop();
  });
  Late bad([&] {
    ++expired;
    throw std::runtime_error("no memory for a frame");
  });
  const IoThread::Registration first(*io_thread, good);  // Called in the opposite order.
  const IoThread::Registration second(*io_thread, bad);
  io_thread->start();
  context.run();
  EXPECT_EQ(expired, 2);
}

}  // namespace
}  // namespace parley::http
