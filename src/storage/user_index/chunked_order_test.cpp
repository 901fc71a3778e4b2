#include "storage/user_index/chunked_order.hpp"

#include <gmock/gmock.h>

#include <set>

#include "support/pseudo_random.hpp"

namespace parley::storage {
namespace {

using test_support::PseudoRandom;

using Order = ChunkedOrder<int>;

auto less_than(int bound) {
  return [bound](int item) { return item < bound; };
}

std::vector<int> forward(const Order& order, Order::Position from, Order::Position to) {
  std::vector<int> items;
  order.forward(from, to, [&](int item) { return (items.push_back(item), true); });
  return items;
}

std::vector<int> backward(const Order& order, Order::Position from) {
  std::vector<int> items;
  order.backward(from, [&](int item) { return (items.push_back(item), true); });
  return items;
}

TEST(ChunkedOrderTest, AnEmptyOneHasNothing) {
  const Order order;
  EXPECT_THAT(forward(order, order.begin(), order.end()), testing::IsEmpty());
  EXPECT_THAT(backward(order, order.end()), testing::IsEmpty());
  EXPECT_THAT(forward(order, order.first_not(less_than(1)), order.end()), testing::IsEmpty());
}

TEST(ChunkedOrderTest, AWalkEndsWhenToldTo) {
  Order order;
  for (int item = 0; item < 2'000; ++item) order.append(item);
  int seen = 0;
  order.forward(order.begin(), order.end(), [&](int) { return ++seen < 1'500; });
  EXPECT_EQ(seen, 1'500);
  order.backward(order.end(), [&](int) { return --seen > 0; });
  EXPECT_EQ(seen, 0);
}

TEST(ChunkedOrderTest, StaysSortedWhateverComesAndGoes) {
  PseudoRandom random(2);
  Order order;
  std::set<int> model;
  for (int item = 0; item < 5'000; item += 2) {
    order.append(item);
    model.insert(item);
  }
  for (int turn = 0; turn < 20'000; ++turn) {
    // At first there are more insertions than removals, later more removals.
    const auto item = static_cast<int>(random() % 5'000);
    if (model.contains(item) && (turn > 10'000 || turn % 4 == 0)) {
      EXPECT_TRUE(order.erase(item, less_than(item)));
      model.erase(item);
    } else if (!model.contains(item) && (turn < 10'000 || turn % 4 == 0)) {
      EXPECT_FALSE(order.erase(item, less_than(item)));
      order.insert(item, less_than(item));
      model.insert(item);
    }
    if (turn % 1'000 != 0) continue;
    const auto from = static_cast<int>(random() % 5'000);
    const auto to = from + static_cast<int>(random() % 2'000);
    const std::vector<int> within(model.lower_bound(from), model.lower_bound(to));
    const std::vector<int> before(std::reverse_iterator(model.lower_bound(from)), model.rend());
    const auto place = order.first_not(less_than(from));
    ASSERT_EQ(forward(order, place, order.first_not(less_than(to))), within);
    ASSERT_EQ(backward(order, place), before);
  }
  ASSERT_THAT(forward(order, order.begin(), order.end()), testing::ElementsAreArray(model));
  for (const auto item : std::vector<int>(model.begin(), model.end())) {
    ASSERT_TRUE(order.erase(item, less_than(item)));
  }
  EXPECT_THAT(backward(order, order.end()), testing::IsEmpty());
  order.insert(1, less_than(1));
  EXPECT_THAT(backward(order, order.end()), testing::ElementsAre(1));
}

}  // namespace
}  // namespace parley::storage
