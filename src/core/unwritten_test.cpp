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

TEST_F(UnwrittenTest, keeps_what_the_store_could_not_take) {
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

TEST_F(UnwrittenTest, loses_only_the_batch_that_throws) {
  add({1, 2, 3, 4});
  try {
    Unwritten<int>::Taken taken(notes_);
    static_cast<void>(taken.next(2));
    throw std::runtime_error("a bug");
  } catch (const std::runtime_error&) {
  }
  EXPECT_THAT(kept(), ElementsAre(3, 4));
}

TEST_F(UnwrittenTest, keeps_the_newest_when_there_are_too_many) {
  add({1, 2, 3, 4});
  {
    Unwritten<int>::Taken taken(notes_);
    add({5, 6, 7});
  }
  EXPECT_THAT(kept(), ElementsAre(3, 4, 5, 6, 7));
}

}  // namespace
}  // namespace parley::core
