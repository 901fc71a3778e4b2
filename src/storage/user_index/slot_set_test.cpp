#include "storage/user_index/slot_set.hpp"

#include <gmock/gmock.h>

#include <set>

#include "support/pseudo_random.hpp"

namespace parley::storage {
namespace {

using test_support::PseudoRandom;

std::vector<Slot> members(const SlotSet& set) {
  Bitmap bitmap;
  set.add_to(bitmap);
  std::vector<Slot> members;
  bitmap.for_each([&](Slot slot) { members.push_back(slot); });
  return members;
}

TEST(SlotSetTest, HoldsWhatWasPutIntoIt) {
  SlotSet set;
  for (const Slot slot : {5u, 1u, 1'000'000u, 5u}) set.insert(slot);
  set.erase(1);
  set.erase(2);
  EXPECT_THAT(members(set), testing::ElementsAre(5, 1'000'000));
  EXPECT_EQ(set.size(), 2u);
  EXPECT_TRUE(set.contains(5));
  EXPECT_FALSE(set.contains(1));
}

// Few and many members with small and large numbers, so that the set switches between list and
// bitmap.
TEST(SlotSetTest, IsTheSameInEachForm) {
  PseudoRandom random(1);
  SlotSet set;
  std::set<Slot> model;
  for (const Slot most : {100u, 5'000u, 1'000'000u, 2'000u, 50u}) {
    for (int turn = 0; turn < 4'000; ++turn) {
      const auto slot = static_cast<Slot>(random() % most);
      if (random() % 3 == 0) {
        set.erase(slot);
        model.erase(slot);
      } else {
        set.insert(slot);
        model.insert(slot);
      }
    }
    ASSERT_EQ(set.size(), model.size());
    ASSERT_THAT(members(set), testing::ElementsAreArray(model));
    while (model.size() > 10 && most == 1'000'000u) {
      set.erase(*model.begin());
      model.erase(model.begin());
    }
    ASSERT_THAT(members(set), testing::ElementsAreArray(model));
  }
}

}  // namespace
}  // namespace parley::storage
