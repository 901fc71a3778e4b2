#include "realtime/intrusive_multimap.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Item {
  int number;
  Item* next = nullptr;
};

/// The items one, two and three have the same hash; four has another.
class IntrusiveMultimapTest : public testing::Test {
 protected:
  static constexpr std::size_t kShared = 7;
  static constexpr std::size_t kOther = 8;

  IntrusiveMultimapTest() {
    for (auto* item : {&one_, &two_, &three_}) chains_.add(kShared, *item);
    chains_.add(kOther, four_);
  }

  std::vector<int> with(std::size_t hash) const {
    std::vector<int> numbers;
    chains_.for_each(hash, [&](const Item& item) { numbers.push_back(item.number); });
    return numbers;
  }

  std::vector<int> all() const {
    std::vector<int> numbers;
    chains_.for_all([&](const Item& item) { numbers.push_back(item.number); });
    return numbers;
  }

  IntrusiveMultimap<Item, &Item::next> chains_;
  Item one_{1};
  Item two_{2};
  Item three_{3};
  Item four_{4};
};

TEST_F(IntrusiveMultimapTest, FindsThoseWithAHash) {
  EXPECT_THAT(with(kShared), UnorderedElementsAre(1, 2, 3));
  EXPECT_THAT(with(kOther), UnorderedElementsAre(4));
  EXPECT_THAT(with(9), IsEmpty());
  EXPECT_THAT(all(), UnorderedElementsAre(1, 2, 3, 4));
}

TEST_F(IntrusiveMultimapTest, TakesOutEachFromWhereverItStands) {
  for (auto* gone : {&one_, &two_, &three_}) {
    chains_.remove(kShared, *gone);
    std::vector<int> left{1, 2, 3};
    std::erase(left, gone->number);
    EXPECT_THAT(with(kShared), testing::UnorderedElementsAreArray(left));
    EXPECT_THAT(with(kOther), UnorderedElementsAre(4));
    chains_.add(kShared, *gone);
  }
}

TEST_F(IntrusiveMultimapTest, KeepsNothingOfThoseWhoAreGone) {
  for (auto* gone : {&two_, &three_, &one_}) chains_.remove(kShared, *gone);
  EXPECT_THAT(with(kShared), IsEmpty());
  EXPECT_THAT(all(), UnorderedElementsAre(4));
}

}  // namespace
}  // namespace parley::realtime
