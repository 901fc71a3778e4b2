#include "daemon/metrics/request_counts.hpp"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace parley::daemon {
namespace {

using namespace std::chrono_literals;

TEST(RequestCountsTest, SumsWhatAllThreadsCounted) {
  constexpr int kEach = 1000;
  RequestCounts counts;
  std::vector<std::thread> threads;
  const auto threads_wanted = 2 * thread_slots() + 1;  // So that some threads share counters.
  for (std::size_t i = 0; i < threads_wanted; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < kEach; ++n) counts.add(api::Method::put, 200, 2ms, 10);
    });
  }
  for (auto& thread : threads) thread.join();
  const auto all = static_cast<double>(threads_wanted * kEach);
  const auto families = counts.families();
  ASSERT_EQ(families.size(), 3u);
  double requests = 0;
  for (const auto& metric : families[0].metric) requests += metric.counter.value;
  EXPECT_EQ(requests, all);
  const auto& durations = families[1].metric.at(0).histogram;
  EXPECT_EQ(static_cast<double>(durations.sample_count), all);
  EXPECT_NEAR(durations.sample_sum, all * 0.002, 1e-6);
  EXPECT_EQ(families[2].metric.at(0).counter.value, all * 10);
}

// Prometheus' "le": less than or equal to the bound.
TEST(RequestCountsTest, ADurationBelongsToTheFirstBoundThatItDoesNotPass) {
  RequestCounts counts;
  for (const auto duration : {0ns, 50'000ns, 50'001ns, 5'000'000'000ns, 5'000'000'001ns}) {
    counts.add(api::Method::get, 200, duration, 0);
  }
  const auto families = counts.families();
  const auto& buckets = families.at(1).metric.at(0).histogram.bucket;
  EXPECT_EQ(buckets.at(0).cumulative_count, 2u);
  EXPECT_EQ(buckets.at(1).cumulative_count, 3u);
  EXPECT_EQ(buckets.at(buckets.size() - 2).cumulative_count, 4u);
  EXPECT_EQ(buckets.back().cumulative_count, 5u);
}

}  // namespace
}  // namespace parley::daemon
