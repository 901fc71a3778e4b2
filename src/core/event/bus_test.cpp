#include "core/event/bus.hpp"

#include <gmock/gmock.h>

#include <stdexcept>
#include <vector>

namespace parley::core {
namespace {

// A cache that misses a change would keep serving the old state.
TEST(EventBus, CallsAllHandlersWhateverOneOfThemThrows) {
  EventBus bus;
  std::vector<EventKind> called;
  bus.subscribe([&](const Event& event) { called.push_back(event.kind); });
  bus.subscribe([](const Event&) { throw std::runtime_error("a bug"); });
  bus.subscribe([&](const Event& event) { called.push_back(event.kind); });
  const auto before = bus.now();
  bus.deliver({.kind = EventKind::user_changed, .app_id = "my-app", .id = 1});
  using enum EventKind;
  EXPECT_THAT(called,
              testing::ElementsAre(user_changed, user_changed, events_missed, events_missed))
      << "whoever threw may have missed the event";
  EXPECT_TRUE(bus.in_sync());
  EXPECT_FALSE(bus.is_of_this_era(before));
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
