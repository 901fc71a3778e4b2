#include "storage/user_index/bitmap.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <set>

#include "support/pseudo_random.hpp"

namespace parley::storage {
namespace {

using test_support::PseudoRandom;

std::vector<Slot> ascending(const Bitmap& bitmap, Slot from, Slot to) {
  std::vector<Slot> slots;
  bitmap.ascend(from, to, [&](Slot slot) { return (slots.push_back(slot), true); });
  return slots;
}

std::vector<Slot> descending(const Bitmap& bitmap, Slot from, Slot to) {
  std::vector<Slot> slots;
  bitmap.descend(from, to, [&](Slot slot) { return (slots.push_back(slot), true); });
  return slots;
}

TEST(CountOnesTest, AsTheStandardLibraryCounts) {
  PseudoRandom random(4);
  for (const std::size_t size : {0u, 1u, 30u, 31u, 32u, 62u, 100u}) {
    std::vector<std::uint64_t> words(size);
    for (auto& word : words) word = std::uint64_t{random()} * 0x9e37'79b9'7f4a'7c15;
    std::size_t ones = 0;
    for (const auto word : words) ones += static_cast<std::size_t>(std::popcount(word));
    EXPECT_EQ(count_ones(words), ones);
    const std::vector<std::uint64_t> full(size, ~std::uint64_t{0});
    EXPECT_EQ(count_ones(full), size * 64);
  }
}

TEST(BitmapTest, AnEmptyOneHasNothingInAnyRange) {
  const Bitmap empty;
  EXPECT_EQ(empty.count(), 0u);
  EXPECT_EQ(empty.count_in(5, 500), 0u);
  EXPECT_THAT(ascending(empty, 0, 500), testing::IsEmpty());
  EXPECT_THAT(descending(empty, 5, 500), testing::IsEmpty());
}

TEST(BitmapTest, ARangeHoldsWhatIsInIt) {
  PseudoRandom random(5);
  Bitmap bitmap;
  std::set<Slot> model;
  for (int i = 0; i < 300; ++i) {
    const auto slot = static_cast<Slot>(random() % 1'000);
    bitmap.insert(slot);
    model.insert(slot);
  }
  for (int turn = 0; turn < 3'000; ++turn) {
    // Includes empty ranges, ranges within one word and ranges beyond the end.
    const auto from = static_cast<Slot>(random() % 1'100);
    const auto to = from + static_cast<Slot>(random() % (turn % 2 == 0 ? 70 : 400));
    const std::vector<Slot> within(model.lower_bound(from), model.lower_bound(to));
    ASSERT_EQ(bitmap.count_in(from, to), within.size()) << from << " to " << to;
    ASSERT_EQ(ascending(bitmap, from, to), within) << from << " to " << to;
    const std::vector<Slot> backwards(within.rbegin(), within.rend());
    ASSERT_EQ(descending(bitmap, from, to), backwards) << from << " to " << to;
  }
}

TEST(BitmapTest, ARangeThatIsInsertedIsAllThereIs) {
  for (const auto& [from, to] :
       {std::pair<Slot, Slot>{3, 3}, {3, 4}, {0, 64}, {60, 200}, {64, 65}}) {
    Bitmap bitmap;
    bitmap.insert_range(from, to);
    EXPECT_EQ(bitmap.count(), to - from);
    EXPECT_EQ(bitmap.count_in(from, to), to - from);
  }
}

TEST(BitmapTest, AWalkEndsWhenToldTo) {
  Bitmap bitmap;
  bitmap.insert_range(10, 300);
  int seen = 0;
  bitmap.ascend(0, 300, [&](Slot) { return ++seen < 100; });
  EXPECT_EQ(seen, 100);
  bitmap.descend(0, 300, [&](Slot) { return --seen > 0; });
  EXPECT_EQ(seen, 0);
}

}  // namespace
}  // namespace parley::storage
