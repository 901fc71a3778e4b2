#include "daemon/cores.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include <boost/asio/post.hpp>

namespace parley::daemon {
namespace {

Task<int> answer() { co_return 42; }

TEST(Cores, go_on_after_a_handler_that_throws) {
  Cores cores(1);
  asio::post(cores.first(), [] { throw std::runtime_error("a bug"); });
  EXPECT_EQ(cores.run(answer()), 42);
}

}  // namespace
}  // namespace parley::daemon
