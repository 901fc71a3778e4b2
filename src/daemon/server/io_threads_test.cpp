#include "daemon/server/io_threads.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include <boost/asio/post.hpp>

namespace parley::daemon {
namespace {

Task<int> answer() { co_return 42; }

TEST(IoThreads, GoOnAfterAHandlerThatThrows) {
  IoThreads io_threads(1);
  asio::post(io_threads.first(), [] { throw std::runtime_error("a bug"); });
  EXPECT_EQ(io_threads.run(answer()), 42);
}

}  // namespace
}  // namespace parley::daemon
