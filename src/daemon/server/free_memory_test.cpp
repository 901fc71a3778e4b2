#include "daemon/server/free_memory.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <memory>
#include <vector>

#include "daemon/metrics/process_metrics.hpp"
#include "support/sanitizers.hpp"

namespace parley::daemon {
namespace {

constexpr std::size_t kMegabyte = 1024 * 1024;

std::vector<std::unique_ptr<char[]>> fill(std::size_t count, std::size_t size) {
  std::vector<std::unique_ptr<char[]>> blocks;
  for (std::size_t i = 0; i < count; ++i) {
    blocks.push_back(std::make_unique<char[]>(size));  // Zeroed, so that the memory is really used.
  }
  return blocks;
}

/// Sanitizers have their own allocators, which return memory later or never.
class FreeMemory : public ::testing::Test {
 protected:
  void SetUp() override {
    if (test_support::kHasAddressSanitizer || test_support::kHasThreadSanitizer) GTEST_SKIP();
  }
};

TEST_F(FreeMemory, CountsWhatLiesBetweenSmallBlocksUntilItIsTrimmed) {
  const auto before = unused_memory();
  auto blocks = fill(16'000, 4096);
  EXPECT_LT(unused_memory(), before + 8 * kMegabyte) << "in use";
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i % 64 != 0) blocks[i].reset();  // The rest keeps the heap from shrinking.
  }
  EXPECT_GT(unused_memory(), before + 40 * kMegabyte);
  ::malloc_trim(0);
  EXPECT_LT(unused_memory(), before + 8 * kMegabyte);
}

TEST_F(FreeMemory, LargeBlocksReturnAtOnceHoweverManyWereFreedBefore) {
  configure_allocator();
  fill(1, 24 * kMegabyte);  // After this, glibc would take blocks of up to 24 MB from its heap.
  auto large = fill(20, 4 * kMegabyte);
  const auto between = fill(1, 1024);
  const auto used = private_resident_bytes();
  large.clear();
  EXPECT_LT(private_resident_bytes() + 70 * kMegabyte, used);
}

}  // namespace
}  // namespace parley::daemon
