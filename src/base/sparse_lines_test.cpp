#include "base/sparse_lines.hpp"

#include <gtest/gtest.h>

namespace parley::log {
namespace {

using namespace std::chrono_literals;

class SparseLinesTest : public ::testing::Test {
 protected:
  std::optional<std::uint64_t> admit(std::string_view event, std::string_view reason) {
    return lines_.admit(event, reason, now_);
  }

  SparseLines lines_{2};
  SparseLines::Moment now_{1000h};
};

TEST_F(SparseLinesTest, AdmitsTheFirstAndThenOnePerMinuteWithTheCountOfTheOthers) {
  EXPECT_EQ(admit("read_failed", "damaged"), 0U);
  for (int i = 0; i < 2400; ++i) EXPECT_EQ(admit("read_failed", "damaged"), std::nullopt);
  now_ += 59s;
  EXPECT_EQ(admit("read_failed", "damaged"), std::nullopt);
  now_ += 1s;
  EXPECT_EQ(admit("read_failed", "damaged"), 2401U);
  now_ += 2min;
  EXPECT_EQ(admit("read_failed", "damaged"), 0U);
}

TEST_F(SparseLinesTest, TellsEventsAndReasonsApart) {
  EXPECT_EQ(admit("read_failed", "damaged"), 0U);
  EXPECT_EQ(admit("read_failed", "disk full"), 0U);
  EXPECT_EQ(admit("commit_failed", "disk full"), 0U);
  EXPECT_EQ(admit("commit_failed", "disk full"), std::nullopt);
}

TEST_F(SparseLinesTest, ForgetsTheLineSeenLongestAgo) {
  for (const auto* reason : {"a", "b", "c", "a"}) EXPECT_EQ(admit("failed", reason), 0U) << reason;
}

}  // namespace
}  // namespace parley::log
