#include "core/event_bus.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "cluster/local_bus.hpp"

namespace parley::core {
namespace {

// A cache that misses a change would keep serving the old state.
TEST(LocalBus, calls_all_handlers_whatever_one_of_them_throws) {
  cluster::LocalBus bus;
  int called = 0;
  bus.subscribe([](const Event&) { throw std::runtime_error("a bug"); });
  bus.subscribe([&](const Event&) { ++called; });
  bus.publish({.kind = EventKind::user_changed, .app_id = "my-app"});
  EXPECT_EQ(called, 1);
}

}  // namespace
}  // namespace parley::core
