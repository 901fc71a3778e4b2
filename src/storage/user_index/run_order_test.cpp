#include "storage/user_index/run_order.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

#include "support/pseudo_random.hpp"

namespace parley::storage {
namespace {

using test_support::PseudoRandom;

/// Slots start in the order of their numbers; tests then move some of them to arbitrary places.
class RunOrderTest : public testing::Test {
 protected:
  static constexpr Slot kSlots = 3'000;

  RunOrderTest() : place_of_(kSlots) {
    for (Slot slot = 0; slot < kSlots; ++slot) place_of_[slot] = slot;
  }

  [[nodiscard]] auto before(std::uint32_t place) const {
    return [this, place](Slot slot) { return place_of_[slot] < place; };
  }

  [[nodiscard]] std::vector<Slot> forward(std::uint32_t from, std::uint32_t to) const {
    std::vector<Slot> slots;
    order_.forward(order_.first_not(before(from)), order_.first_not(before(to)),
                   [&](const SlotRun& run) {
                     for (auto slot = run.first; slot < run.end(); ++slot) slots.push_back(slot);
                     return true;
                   });
    return slots;
  }

  [[nodiscard]] std::vector<Slot> backward(std::uint32_t from) const {
    std::vector<Slot> slots;
    order_.backward(order_.first_not(before(from)), [&](const SlotRun& run) {
      for (auto slot = run.end(); slot-- > run.first;) slots.push_back(slot);
      return true;
    });
    return slots;
  }

  /// The slots of `model` with places in [from, to), in order.
  [[nodiscard]] std::vector<Slot> expected(const std::vector<Slot>& model, std::uint32_t from,
                                           std::uint32_t to) const {
    std::vector<Slot> within;
    std::copy_if(model.begin(), model.end(), std::back_inserter(within),
                 [&](Slot slot) { return place_of_[slot] >= from && place_of_[slot] < to; });
    std::sort(within.begin(), within.end(),
              [&](Slot a, Slot b) { return place_of_[a] < place_of_[b]; });
    return within;
  }

  std::vector<std::uint32_t> place_of_;
  RunOrder order_;
};

TEST_F(RunOrderTest, AnEmptyOneHasNothing) {
  EXPECT_THAT(forward(0, kSlots), testing::IsEmpty());
  EXPECT_THAT(backward(kSlots), testing::IsEmpty());
  EXPECT_FALSE(order_.erase(1, before(1)));
  EXPECT_EQ(order_.runs(), 0u);
}

TEST_F(RunOrderTest, SlotsThatFollowEachOtherAreOneRun) {
  for (const Slot slot : {5u, 6u, 9u, 10u, 11u}) order_.append(slot);
  EXPECT_EQ(order_.runs(), 2u);
  order_.insert(8, before(8));
  order_.insert(4, before(4));
  EXPECT_EQ(order_.runs(), 2u);
  order_.insert(7, before(7));
  EXPECT_EQ(order_.runs(), 1u);
  EXPECT_THAT(forward(0, kSlots), testing::ElementsAre(4, 5, 6, 7, 8, 9, 10, 11));
}

TEST_F(RunOrderTest, OneWhoLeavesOrComesBetweenSplitsARun) {
  for (Slot slot = 0; slot < 10; ++slot) order_.append(slot);
  place_of_[20] = 3;
  for (Slot slot = 3; slot < 10; ++slot) ++place_of_[slot];
  order_.insert(20, before(3));
  EXPECT_THAT(forward(0, kSlots), testing::ElementsAre(0, 1, 2, 20, 3, 4, 5, 6, 7, 8, 9));
  EXPECT_EQ(order_.runs(), 3u);
  EXPECT_FALSE(order_.erase(21, before(5)));
  EXPECT_TRUE(order_.erase(4, before(5)));
  EXPECT_TRUE(order_.erase(20, before(3)));
  EXPECT_THAT(backward(kSlots), testing::ElementsAre(9, 8, 7, 6, 5, 3, 2, 1, 0));
}

TEST_F(RunOrderTest, AWalkEndsWhenToldTo) {
  for (Slot slot = 0; slot < 100; slot += 2) order_.append(slot);
  int seen = 0;
  order_.forward(order_.begin(), order_.end(), [&](const SlotRun&) { return ++seen < 7; });
  EXPECT_EQ(seen, 7);
  order_.backward(order_.end(), [&](const SlotRun&) { return --seen > 0; });
  EXPECT_EQ(seen, 0);
}

TEST_F(RunOrderTest, AWalkWithinOneRunGetsWhatIsAskedFor) {
  for (Slot slot = 0; slot < 100; ++slot) order_.append(slot);
  EXPECT_THAT(forward(10, 13), testing::ElementsAre(10, 11, 12));
  EXPECT_THAT(forward(10, 10), testing::IsEmpty());
  EXPECT_THAT(backward(2), testing::ElementsAre(1, 0));
}

TEST_F(RunOrderTest, StaysSortedWhateverComesAndGoes) {
  PseudoRandom random(3);
  std::vector<Slot> model;
  for (Slot slot = 0; slot < kSlots; slot += 1 + slot / 1'000) {
    order_.append(slot);
    model.push_back(slot);
  }
  for (int turn = 0; turn < 20'000; ++turn) {
    const auto slot = static_cast<Slot>(random() % kSlots);
    const auto found = std::find(model.begin(), model.end(), slot);
    if (found != model.end()) {
      ASSERT_TRUE(order_.erase(slot, before(place_of_[slot])));
      model.erase(found);
    } else {
      ASSERT_FALSE(order_.erase(slot, before(place_of_[slot])));
      // Some slots return at another place: they swap places with a slot that is also absent.
      const auto other = static_cast<Slot>(random() % kSlots);
      if (std::find(model.begin(), model.end(), other) == model.end())
        std::swap(place_of_[slot], place_of_[other]);
      order_.insert(slot, before(place_of_[slot]));
      model.push_back(slot);
    }
    if (turn % 500 != 0) continue;
    const auto from = static_cast<std::uint32_t>(random() % kSlots);
    const auto to = from + static_cast<std::uint32_t>(random() % 1'000);
    ASSERT_EQ(forward(from, to), expected(model, from, to));
    auto earlier = expected(model, 0, from);
    std::reverse(earlier.begin(), earlier.end());
    ASSERT_EQ(backward(from), earlier);
  }
  ASSERT_EQ(forward(0, kSlots), expected(model, 0, kSlots));
  for (const auto slot : model) ASSERT_TRUE(order_.erase(slot, before(place_of_[slot])));
  EXPECT_EQ(order_.runs(), 0u);
}

}  // namespace
}  // namespace parley::storage
