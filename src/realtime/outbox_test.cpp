#include "realtime/outbox.hpp"

#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

Frame numbered(std::size_t number) { return make_frame(std::to_string(number)); }

/// Writes all frames and returns them.
std::string drain(Outbox& outbox) {
  std::string all;
  while (!outbox.empty()) {
    all += std::string(outbox.next()) + " ";
    outbox.wrote(outbox.next().size());
  }
  return all;
}

void fill(Outbox& outbox, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) EXPECT_TRUE(outbox.push_presence(numbered(i)));
}

TEST(Outbox, KeepsTheOrderAndGoesOnWithinAFrame) {
  Outbox outbox;
  EXPECT_TRUE(outbox.push(make_frame("one")));
  EXPECT_TRUE(outbox.push_presence(make_frame("two")));
  outbox.wrote(1);
  EXPECT_EQ(outbox.next(), "ne");
  EXPECT_EQ(drain(outbox), "ne two ");
}

TEST(Outbox, DropsThePresenceOfASlowReaderAndNothingElse) {
  Outbox outbox;
  EXPECT_TRUE(outbox.push(make_frame("kept")));
  fill(outbox, Outbox::kMaxPresence);
  EXPECT_FALSE(outbox.has_room_for_presence(make_frame("late")));
  EXPECT_FALSE(outbox.push_presence(make_frame("late")));
  EXPECT_TRUE(outbox.push(make_frame("resync")));
  EXPECT_EQ(drain(outbox), "kept resync ");
}

TEST(Outbox, IsEmptyWhenAllThatWaitedWasDropped) {
  Outbox outbox;
  EXPECT_TRUE(outbox.push(make_frame("written")));
  fill(outbox, Outbox::kMaxPresence);
  outbox.wrote(outbox.next().size());
  EXPECT_FALSE(outbox.push_presence(make_frame("late")));
  EXPECT_TRUE(outbox.empty());
  EXPECT_EQ(outbox.capacity(), 0U);
}

TEST(Outbox, FinishesAFrameThatHasBegun) {
  Outbox outbox;
  fill(outbox, Outbox::kMaxPresence);
  outbox.wrote(0);
  const auto begun = std::string(outbox.next());
  EXPECT_FALSE(outbox.push_presence(make_frame("late")));
  EXPECT_EQ(drain(outbox), begun + " ");
}

// Even if the kernel accepts no byte, TLS has encrypted the frame and must send the same bytes
// again.
TEST(Outbox, KeepsAFrameThatWasHandedOutAlthoughNoneOfItWasTaken) {
  Outbox outbox;
  fill(outbox, Outbox::kMaxPresence);
  const auto offered = std::string(outbox.next());
  EXPECT_FALSE(outbox.push_presence(make_frame("late")));
  EXPECT_EQ(outbox.next(), offered);
}

TEST(Outbox, BoundsTheBytesThatWait) {
  Outbox outbox;
  const auto frame = make_frame(std::string(4096, 'x'));
  std::size_t frames = 0;
  while (outbox.push(frame)) ++frames;
  EXPECT_EQ(frames, Outbox::kMaxBytes / (4096 + Outbox::kFrameOverhead));
  EXPECT_FALSE(outbox.push_presence(frame));
  outbox.wrote(outbox.next().size());
  EXPECT_TRUE(outbox.push(frame));
}

TEST(Outbox, BoundsTheNumberOfTinyFramesToo) {
  Outbox outbox;
  std::size_t frames = 0;
  while (outbox.push(make_frame(""))) ++frames;
  EXPECT_EQ(frames, Outbox::kMaxBytes / Outbox::kFrameOverhead);
}

TEST(Outbox, HoldsWhatIsWrittenForAWhileAndThenLetsItGo) {
  Outbox outbox;
  std::string expected;
  for (std::size_t i = 0; i < 1000; ++i) {
    EXPECT_TRUE(outbox.push(numbered(i)));
    expected += std::to_string(i) + " ";
  }
  EXPECT_EQ(drain(outbox), expected);
  EXPECT_EQ(outbox.capacity(), 0U);
}

}  // namespace
}  // namespace parley::realtime
