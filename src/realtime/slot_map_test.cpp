#include "realtime/slot_map.hpp"

#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

TEST(SlotMap, FindsWhatWasAddedUntilItIsRemoved) {
  SlotMap<int> map;
  int one = 1;
  int two = 2;
  const auto first = map.add(one);
  const auto second = map.add(two);
  EXPECT_EQ(map.find(first), &one);
  EXPECT_EQ(map.find(second), &two);
  map.remove(first);
  EXPECT_EQ(map.find(first), nullptr);
  EXPECT_EQ(map.find(second), &two);
}

TEST(SlotMap, OldHandlesDoNotNameTheNextObjectInTheirSlot) {
  SlotMap<int> map;
  int one = 1;
  int two = 2;
  const auto old = map.add(one);
  map.remove(old);
  const auto next = map.add(two);
  EXPECT_EQ(next.slot, old.slot);
  EXPECT_EQ(map.find(old), nullptr);
  map.remove(old);
  EXPECT_EQ(map.find(next), &two);
}

TEST(SlotMap, TheDefaultHandleNamesNothing) {
  SlotMap<int> map;
  EXPECT_EQ(map.find({}), nullptr);
  int one = 1;
  static_cast<void>(map.add(one));
  EXPECT_EQ(map.find({}), nullptr);
  map.remove({});
}

TEST(SlotMap, IsVisitedSlotBySlotWhileItChanges) {
  SlotMap<int> map;
  int items[] = {0, 1, 2, 3};
  std::vector<SlotHandle> handles;
  for (auto& item : items) handles.push_back(map.add(item));
  map.remove(handles[1]);
  std::vector<int> visited;
  for (std::uint32_t slot = 0; slot < map.slot_count(); ++slot) {
    const auto* const item = map.find(map.handle_at(slot));
    if (item == nullptr) continue;
    visited.push_back(*item);
    map.remove(handles[*item]);
    map.remove(handles[2]);
  }
  EXPECT_EQ(visited, (std::vector{0, 3}));
}

}  // namespace
}  // namespace parley::realtime
