#include "core/unwritten.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class UnwrittenTest : public testing::Test {
 protected:
  void add(std::initializer_list<int> notes) {
    for (const int note : notes) notes_.add(note);
  }

  std::vector<int> kept() { return std::exchange(Unwritten<int>::Taken(notes_).all(), {}); }

  Unwritten<int> notes_{5};
};

TEST_F(UnwrittenTest, KeepsWhatTheStoreCouldNotTake) {
  add({1, 2, 3});
  {
    Unwritten<int>::Taken taken(notes_);
    EXPECT_THAT(taken.next(2), ElementsAre(1, 2));
    add({4});
    EXPECT_THAT(taken.next(2), ElementsAre(3));
    EXPECT_TRUE(taken.empty());
    taken.not_written();
    EXPECT_FALSE(taken.empty());
  }
  EXPECT_THAT(kept(), ElementsAre(3, 4));
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(UnwrittenTest, LosesOnlyTheBatchThatThrows) {
  add({1, 2, 3, 4});
  try {
    Unwritten<int>::Taken taken(notes_);
    static_cast<void>(taken.next(2));
    throw std::runtime_error("a bug");
  } catch (const std::runtime_error&) {
  }
  EXPECT_THAT(kept(), ElementsAre(3, 4));
}

TEST_F(UnwrittenTest, KeepsTheNewestWhenThereAreTooMany) {
  add({1, 2, 3, 4});
  {
    Unwritten<int>::Taken taken(notes_);
    add({5, 6, 7});
  }
  EXPECT_THAT(kept(), ElementsAre(3, 4, 5, 6, 7));
}

}  // namespace
}  // namespace parley::core
