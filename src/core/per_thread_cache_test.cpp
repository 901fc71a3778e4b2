#include "core/per_thread_cache.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace parley::core {
namespace {

using Cache = PerThreadCache<std::string, std::shared_ptr<int>>;

void on_another_thread(const std::function<void()>& work) { std::thread(work).join(); }

TEST(PerThreadCacheTest, FindsWhatThisThreadInserted) {
  EventBus bus;
  Cache cache(bus, 100);
  EXPECT_FALSE(cache.find("a"));
  cache.insert("a", std::make_shared<int>(1), bus.now());
  ASSERT_TRUE(cache.find("a"));
  EXPECT_EQ(**cache.find("a"), 1);
}

TEST(PerThreadCacheTest, ForgetsWhatAnyThreadInserted) {
  EventBus bus;
  Cache cache(bus, 100);
  std::vector<std::thread> threads;
  std::atomic<std::size_t> inserted{0};
  std::atomic<bool> forgotten{false};
  std::atomic<int> stale{0};
  for (std::size_t i = 0; i < 2 * thread_slots(); ++i) {
    threads.emplace_back([&] {
      cache.insert("a", std::make_shared<int>(1), bus.now());
      ++inserted;
      inserted.notify_one();
      forgotten.wait(false);
      if (cache.find("a")) ++stale;
    });
  }
  for (auto count = inserted.load(); count < threads.size(); count = inserted) inserted.wait(count);
  cache.forget("a", 1);
  forgotten = true;
  forgotten.notify_all();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(stale, 0);
}

// A load that began before a change must not restore the old state, whichever thread made the
// change.
TEST(PerThreadCacheTest, RefusesWhatWasLoadedBeforeAChangeByAnotherThread) {
  EventBus bus;
  Cache cache(bus, 100);
  const auto before = bus.now();
  on_another_thread([&] { cache.forget("a", 1); });
  cache.insert("a", std::make_shared<int>(1), before);
  EXPECT_FALSE(cache.find("a"));
}

TEST(PerThreadCacheTest, RefusesOnAnyThreadWhatWasLoadedBeforeAChange) {
  EventBus bus;
  Cache cache(bus, 100);
  const auto before = bus.now();
  cache.forget("a", 1);
  for (std::size_t i = 0; i < thread_slots(); ++i) {
    on_another_thread([&] {
      cache.insert("a", std::make_shared<int>(1), before);
      EXPECT_FALSE(cache.find("a"));
    });
  }
}

}  // namespace
}  // namespace parley::core
