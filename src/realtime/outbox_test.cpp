#include "realtime/outbox.hpp"

#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

using Verdict = Outbox::Verdict;

Frame numbered(std::size_t number) { return make_frame(std::to_string(number)); }

/// What is still to be written.
std::string drain(Outbox& outbox) {
  std::string all;
  while (!outbox.empty()) {
    all += std::string(outbox.next()) + " ";
    outbox.wrote(outbox.next().size());
  }
  return all;
}

TEST(Outbox, KeepsTheOrderAndGoesOnWithinAFrame) {
  Outbox outbox;
  EXPECT_EQ(outbox.push(make_frame("one")), Verdict::queued);
  EXPECT_EQ(outbox.push_presence(make_frame("two")), Verdict::queued);
  outbox.wrote(1);
  EXPECT_EQ(outbox.next(), "ne");
  EXPECT_EQ(drain(outbox), "ne two ");
}

TEST(Outbox, DropsThePresenceOfASlowReaderAndNothingElse) {
  Outbox outbox;
  EXPECT_EQ(outbox.push(make_frame("kept")), Verdict::queued);
  for (std::size_t i = 1; i < Outbox::kMaxFrames; ++i)
    EXPECT_EQ(outbox.push_presence(numbered(i)), Verdict::queued);
  EXPECT_EQ(outbox.push_presence(make_frame("late")), Verdict::dropped_presence);
  EXPECT_EQ(outbox.push(make_frame("resync")), Verdict::queued);
  EXPECT_EQ(drain(outbox), "kept resync ");
}

TEST(Outbox, FinishesAFrameThatHasBegun) {
  Outbox outbox;
  for (std::size_t i = 0; i < Outbox::kMaxFrames; ++i)
    EXPECT_EQ(outbox.push_presence(make_frame("begun")), Verdict::queued);
  outbox.wrote(2);
  EXPECT_EQ(outbox.push_presence(make_frame("late")), Verdict::dropped_presence);
  EXPECT_EQ(drain(outbox), "gun ");
}

TEST(Outbox, GivesUpAReaderThatTakesNothing) {
  Outbox outbox;
  for (std::size_t i = 0; i < Outbox::kMaxFrames; ++i)
    EXPECT_EQ(outbox.push(numbered(i)), Verdict::queued);
  EXPECT_EQ(outbox.push(make_frame("more")), Verdict::full);
  EXPECT_EQ(outbox.push_presence(make_frame("more")), Verdict::full);
}

TEST(Outbox, KeepsNoMemoryWhenAllIsWritten) {
  Outbox outbox;
  for (std::size_t i = 0; i < Outbox::kMaxFrames; ++i)
    EXPECT_EQ(outbox.push(numbered(i)), Verdict::queued);
  EXPECT_GE(outbox.capacity(), Outbox::kMaxFrames);
  (void)drain(outbox);
  EXPECT_EQ(outbox.capacity(), 0U);
}

}  // namespace
}  // namespace parley::realtime
