#include "base/limit.hpp"

#include <gmock/gmock.h>

#include <set>

namespace parley {
namespace {

TEST(Limit, IsNamedInItsErrorAndCounted) {
  const auto before = times_reached(Limit::calls_of_key);
  const auto other = times_reached(Limit::calls_of_app);
  const auto error = too_many_requests(Limit::calls_of_key, std::chrono::seconds(7));
  EXPECT_EQ(error.code, ErrorCode::kErrTooManyRequests);
  EXPECT_EQ(error->retry_after, 7);
  EXPECT_THAT(error->message, ::testing::HasSubstr("in 7 seconds"));
  EXPECT_THAT(error->dev_message, ::testing::HasSubstr("key_calls_per_minute"));
  EXPECT_EQ(times_reached(Limit::calls_of_key), before + 1);
  EXPECT_EQ(times_reached(Limit::calls_of_app), other);
}

TEST(Limit, SaysOneSecondInTheSingular) {
  const auto error = too_many_requests(Limit::calls_of_key, std::chrono::seconds(1));
  EXPECT_EQ(error->message, "Too many requests. Try again in 1 second.");
}

TEST(Limit, LabelsAreUnique) {
  std::set<std::string_view> labels;
  for (std::size_t i = 0; i < kLimitCount; ++i) {
    const auto label = label_of(static_cast<Limit>(i));
    EXPECT_FALSE(label.empty()) << i;
    EXPECT_TRUE(labels.insert(label).second) << label;
  }
}

}  // namespace
}  // namespace parley
