#include "core/event/bus.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parley::core {
namespace {

// A cache that misses a change would keep serving the old state.
TEST(EventBus, CallsAllHandlersWhateverOneOfThemThrows) {
  EventBus bus;
  int called = 0;
  bus.subscribe([&](const Event&) { ++called; });
  bus.subscribe([](const Event&) { throw std::runtime_error("a bug"); });
  bus.subscribe([&](const Event&) { ++called; });
  bus.deliver({.kind = EventKind::user_changed, .app_id = "my-app"});
  EXPECT_EQ(called, 2);
}

TEST(EventBus, IsAsCurrentAsTheLastEventWhoseHandlersHaveRun) {
  EventBus bus;
  bus.subscribe([&](const Event& event) { EXPECT_LT(bus.now().event, event.id); });
  bus.deliver({.kind = EventKind::user_changed, .id = 7});
  EXPECT_EQ(bus.now().event, 7u);
}

TEST(EventBus, KeepsNothingThatWasLoadedBeforeItRecovered) {
  EventBus bus;
  const auto before = bus.now();
  EXPECT_TRUE(bus.is_of_this_era(before));
  bus.lose_sync();
  const auto meanwhile = bus.now();
  EXPECT_FALSE(bus.in_sync());
  EXPECT_FALSE(bus.is_of_this_era(meanwhile));
  bus.recover();
  EXPECT_TRUE(bus.in_sync());
  for (const auto loaded : {before, meanwhile}) EXPECT_FALSE(bus.is_of_this_era(loaded));
  EXPECT_TRUE(bus.is_of_this_era(bus.now()));
}

TEST(EventBus, ReportsMissedEventsBeforeItIsInSync) {
  EventBus bus;
  int missed = 0;
  bus.subscribe([&](const Event& event) {
    EXPECT_EQ(event.kind, EventKind::events_missed);
    EXPECT_FALSE(bus.in_sync());
    ++missed;
  });
  bus.recover();
  EXPECT_EQ(missed, 0);
  bus.lose_sync();
  bus.lose_sync();
  bus.recover();
  EXPECT_EQ(missed, 1);
}

}  // namespace
}  // namespace parley::core
