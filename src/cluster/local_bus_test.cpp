#include "cluster/local_bus.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace parley::cluster {
namespace {

TEST(LocalBus, CallsEveryHandlerAlsoAfterOneThatThrows) {
  LocalBus bus;
  int called = 0;
  bus.subscribe([&](const core::Event&) { ++called; });
  bus.subscribe([&](const core::Event&) { throw std::runtime_error("no memory"); });
  bus.subscribe([&](const core::Event&) { ++called; });
  EXPECT_NO_THROW(bus.publish({.kind = core::EventKind::user_changed}));
  EXPECT_EQ(called, 2);
}

}  // namespace
}  // namespace parley::cluster
