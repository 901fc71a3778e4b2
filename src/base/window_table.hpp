// Per-minute counts for any number of keys, in memory of fixed size.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "base/steady_clock.hpp"

namespace parley {

/// Windows of one minute, found by a hash of what is counted. `Window` is a MinuteWindow, or a type
/// with its is_over() and total() that starts as over. Safe from any thread.
///
/// Each hash belongs to one bucket of eight windows. A new hash replaces a window of its bucket
/// that is over. If none is, it replaces the one with the lowest count, and of equal ones the
/// first. So many keys with a few calls each do not reset a key with many calls, such as one that
/// is over its limit. Hash with a random key (keyed_hash()): otherwise clients could choose eight
/// keys that share a bucket with another key.
template <class Window>
class WindowTable {
 public:
  /// `capacity`: the number of windows kept. Each shard allocates its part on first use.
  explicit WindowTable(std::size_t capacity)
      : buckets_per_shard_(std::max<std::size_t>(capacity / (kShards * kWays), 1)) {}

  /// Returns `use(Window&)` for the window of `hash`, which is locked during the call.
  template <class F>
  auto use(std::uint64_t hash, SteadyTime now, F use) {
    auto& shard = shards_[hash % kShards];
    const std::lock_guard lock(shard.mutex);
    if (shard.buckets.empty()) shard.buckets.resize(buckets_per_shard_);
    // The upper half of the hash selects the bucket; the lowest bits selected the shard.
    auto& bucket = shard.buckets[((hash >> 32U) * buckets_per_shard_) >> 32U];
    for (std::size_t i = 0; i < kWays; ++i) {
      if (bucket.hashes[i] == hash) return use(bucket.windows[i]);
    }
    return use(bucket.take(hash, now));
  }

  /// The number of windows in use, including those that are over but not replaced yet.
  [[nodiscard]] std::size_t size() const {
    std::size_t total = 0;
    for (const auto& shard : shards_) {
      const std::lock_guard lock(shard.mutex);
      for (const auto& bucket : shard.buckets)
        total += kWays - static_cast<std::size_t>(std::ranges::count(bucket.hashes, kNone));
    }
    return total;
  }

 private:
  static constexpr std::size_t kShards = 64;
  static constexpr std::size_t kWays = 8;
  static constexpr std::uint64_t kNone = 0;  ///< A real hash of this value is harmless.

  struct Bucket {
    std::array<std::uint64_t, kWays> hashes{};
    std::array<Window, kWays> windows{};

    Window& take(std::uint64_t hash, SteadyTime now) {
      const auto worth = [&](const Window& window) {
        return window.is_over(now) ? 0 : window.total();
      };
      const auto victim = std::ranges::min_element(windows, {}, worth);
      hashes[static_cast<std::size_t>(victim - windows.begin())] = hash;
      return *victim = {};
    }
  };

  struct alignas(64) Shard {
    mutable std::mutex mutex;
    std::vector<Bucket> buckets;
  };

  std::size_t buckets_per_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace parley
