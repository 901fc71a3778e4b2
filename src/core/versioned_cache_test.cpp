#include "core/versioned_cache.hpp"

#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

using Cache = VersionedCache<std::string, std::shared_ptr<int>>;

class VersionedCacheTest : public testing::Test {
 protected:
  /// The id of the next event; see deliver().
  EventId next() { return bus_.now().event + 1; }

  EventBus bus_;
};

TEST_F(VersionedCacheTest, FindsWhatWasInserted) {
  Cache cache(bus_, 100);
  cache.insert("a", std::make_shared<int>(1), bus_.now());
  ASSERT_TRUE(cache.find("a"));
  EXPECT_EQ(**cache.find("a"), 1);
  EXPECT_FALSE(cache.find("b"));
}

TEST_F(VersionedCacheTest, RemembersThatThereIsNothing) {
  Cache cache(bus_, 100);
  cache.insert("a", nullptr, bus_.now());
  ASSERT_TRUE(cache.find("a"));
  EXPECT_EQ(*cache.find("a"), nullptr);
}

// A load that began before a change must not restore the old state.
TEST_F(VersionedCacheTest, RefusesWhatWasLoadedBeforeAChange) {
  Cache cache(bus_, 100);
  bus_.subscribe([&](const Event& event) { cache.forget("a", event.id); });
  const auto before = bus_.now();
  bus_.deliver({.kind = EventKind::user_changed, .id = next()});
  cache.insert("a", std::make_shared<int>(1), before);
  EXPECT_FALSE(cache.find("a"));
  cache.insert("a", std::make_shared<int>(2), bus_.now());
  EXPECT_EQ(**cache.find("a"), 2);
}

// Whoever made the change knows the new value, before or after the event is delivered.
TEST_F(VersionedCacheTest, KeepsWhatAChangeLeftBehind) {
  Cache cache(bus_, 100);
  auto as_of = bus_.now();
  as_of.event = next();
  cache.forget("a", as_of.event);
  cache.insert("a", std::make_shared<int>(1), as_of);
  EXPECT_TRUE(cache.find("a"));
  cache.forget("a", as_of.event + 1);
  cache.insert("a", std::make_shared<int>(1), as_of);
  EXPECT_FALSE(cache.find("a"));
}

TEST_F(VersionedCacheTest, Forgets) {
  Cache cache(bus_, 100);
  cache.insert("a", std::make_shared<int>(1), bus_.now());
  EXPECT_TRUE(cache.forget("a", 0));
  EXPECT_FALSE(cache.find("a"));
  EXPECT_FALSE(cache.forget("a", 0));
  cache.insert("a", std::make_shared<int>(1), bus_.now());
  cache.insert("b", std::make_shared<int>(1), bus_.now());
  cache.clear();
  EXPECT_FALSE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
}

TEST_F(VersionedCacheTest, NeitherAnswersNorKeepsAnythingWhileEventsMayBeMissing) {
  Cache cache(bus_, 100);
  bus_.subscribe([&](const Event& event) {
    if (event.kind == EventKind::events_missed) cache.clear();
  });
  const auto before = bus_.now();
  cache.insert("a", std::make_shared<int>(1), before);
  bus_.lose_sync();
  EXPECT_FALSE(cache.find("a"));
  const auto meanwhile = bus_.now();
  cache.insert("b", std::make_shared<int>(1), meanwhile);
  bus_.recover();
  for (const auto loaded : {before, meanwhile}) cache.insert("c", std::make_shared<int>(1), loaded);
  for (const auto* key : {"a", "b", "c"}) EXPECT_FALSE(cache.find(key)) << key;
  cache.insert("a", std::make_shared<int>(2), bus_.now());
  EXPECT_TRUE(cache.find("a"));
}

TEST_F(VersionedCacheTest, KeepsAsManyAsItSaysInWhateverOrderTheyAreUsed) {
  constexpr int kCapacity = 64 * 1000;
  Cache cache(bus_, kCapacity);
  for (int round = 0; round < 3; ++round) {
    int missed = 0;
    for (int i = 0; i < kCapacity; ++i) {
      const auto key = std::to_string(i);
      if (cache.find(key)) continue;
      ++missed;
      cache.insert(key, std::make_shared<int>(i), bus_.now());
    }
    // Some shards have more keys than room.
    EXPECT_LE(missed, round == 0 ? kCapacity : kCapacity / 20);
  }
}

TEST_F(VersionedCacheTest, IsBoundedAndKeepsWhatIsUsed) {
  constexpr int kCapacity = 6400;
  Cache cache(bus_, kCapacity);
  cache.insert("used", std::make_shared<int>(0), bus_.now());
  for (int i = 0; i < 5 * kCapacity; ++i) {
    const auto key = std::to_string(i);
    cache.insert(key, std::make_shared<int>(i), bus_.now());
    ASSERT_TRUE(cache.find("used")) << i;
  }
  int kept = 0;
  for (int i = 0; i < 5 * kCapacity; ++i) kept += cache.forget(std::to_string(i), 0) ? 1 : 0;
  EXPECT_LE(kept, kCapacity + kCapacity / 16 + 64);
  EXPECT_GE(kept, kCapacity - 1);
}

// A cache with one shard, so that its contents are known.
TEST_F(VersionedCacheTest, ThoseThatWereNotUsedGoFirst) {
  VersionedCache<std::string, int, TextHash, std::equal_to<>, 1> cache(bus_, 16);
  const auto insert = [&](int first, int count) {
    for (int i = first; i < first + count; ++i) cache.insert(std::to_string(i), i, bus_.now());
  };
  insert(0, 18);  // Full: 16, 1/16 more, and one.
  insert(18, 1);  // All others are old now, and one is evicted.
  for (int i = 0; i < 9; ++i) (void)cache.find(std::to_string(i));
  insert(19, 8);
  int used = 0;
  int not_used = 0;
  for (int i = 0; i < 9; ++i) used += cache.forget(std::to_string(i), 0) ? 1 : 0;
  for (int i = 9; i < 18; ++i) not_used += cache.forget(std::to_string(i), 0) ? 1 : 0;
  EXPECT_GE(used, 8);
  EXPECT_LE(not_used, 1);
  for (int i = 18; i < 27; ++i) EXPECT_TRUE(cache.forget(std::to_string(i), 0)) << i;
}

TEST_F(VersionedCacheTest, StaysTrueWhateverComesAndGoes) {
  test_support::PseudoRandom random(8);
  VersionedCache<std::string, int, TextHash, std::equal_to<>, 1> cache(bus_, 50);
  std::map<std::string, int> latest;
  for (int turn = 0; turn < 50'000; ++turn) {
    const auto key = std::to_string(random() % 100);
    if (const auto found = cache.find(key)) {
      ASSERT_EQ(*found, latest.at(key));
    }
    if (random() % 4 == 0) {
      const auto forgotten = cache.forget(key, 0);
      if (forgotten) {
        ASSERT_EQ(*forgotten, latest.at(key));
      }
      ASSERT_FALSE(cache.find(key));
      latest.erase(key);
    } else if (random() % 2 == 0) {
      cache.insert(key, turn, bus_.now());
      latest[key] = turn;
      ASSERT_EQ(cache.find(key), turn);
    }
  }
}

}  // namespace
}  // namespace parley::core
