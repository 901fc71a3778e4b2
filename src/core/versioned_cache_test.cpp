#include "core/versioned_cache.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace parley::core {
namespace {

using Cache = VersionedCache<std::string, std::shared_ptr<int>>;

TEST(VersionedCacheTest, finds_what_was_inserted) {
  Cache cache(100);
  cache.insert("a", std::make_shared<int>(1), cache.ticket("a"));
  ASSERT_TRUE(cache.find("a"));
  EXPECT_EQ(**cache.find("a"), 1);
  EXPECT_FALSE(cache.find("b"));
}

TEST(VersionedCacheTest, remembers_that_there_is_nothing) {
  Cache cache(100);
  cache.insert("a", nullptr, cache.ticket("a"));
  ASSERT_TRUE(cache.find("a"));
  EXPECT_EQ(*cache.find("a"), nullptr);
}

// A load that began before a change must not bring the old state back.
TEST(VersionedCacheTest, refuses_what_was_loaded_before_a_change) {
  Cache cache(100);
  const auto ticket = cache.ticket("a");
  cache.forget("a");
  cache.insert("a", std::make_shared<int>(1), ticket);
  EXPECT_FALSE(cache.find("a"));
  cache.insert("a", std::make_shared<int>(2), cache.ticket("a"));
  EXPECT_EQ(**cache.find("a"), 2);
}

TEST(VersionedCacheTest, forgets) {
  Cache cache(100);
  cache.insert("a", std::make_shared<int>(1), cache.ticket("a"));
  EXPECT_TRUE(cache.forget("a"));
  EXPECT_FALSE(cache.find("a"));
  EXPECT_FALSE(cache.forget("a"));
}

TEST(VersionedCacheTest, is_bounded_and_keeps_what_is_used) {
  constexpr int kCapacity = 6400;
  Cache cache(kCapacity);
  cache.insert("used", std::make_shared<int>(0), cache.ticket("used"));
  for (int i = 0; i < 5 * kCapacity; ++i) {
    const auto key = std::to_string(i);
    cache.insert(key, std::make_shared<int>(i), cache.ticket(key));
    ASSERT_TRUE(cache.find("used")) << i;
  }
  int kept = 0;
  for (int i = 0; i < 5 * kCapacity; ++i) kept += cache.forget(std::to_string(i)) ? 1 : 0;
  EXPECT_LE(kept, kCapacity + 2 * 64);
  EXPECT_GE(kept, kCapacity / 4);
}

}  // namespace
}  // namespace parley::core
