// A bounded cache in front of the store that never keeps what a change made stale.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

namespace parley::core {

/// For caches whose Key is std::string: finds by any text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return boost::hash<std::string_view>{}(text);
  }
};

/// Maps Key to Value (cheap to copy: a shared_ptr). Safe from any thread.
///
/// A reader that misses takes a ticket, loads from the store and inserts with the ticket. When
/// forget() ran for the same key in between, the insert is refused: the loaded value may be from
/// before the change. So whoever publishes a change after its commit knows that nobody is served
/// the old state from then on.
///
/// Bounded by two generations a shard: when the young one is full it becomes the old one, and what
/// was old and not used meanwhile is dropped.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>,
          std::size_t kShards = 64>
class VersionedCache {
 public:
  using Ticket = std::uint64_t;

  /// `capacity`: about how many entries are kept.
  explicit VersionedCache(std::size_t capacity) : per_generation_(capacity / kShards / 2 + 1) {}

  /// `key`: a Key, or what Hash and Equal take as well.
  template <class AnyKey>
  [[nodiscard]] std::optional<Value> find(const AnyKey& key) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.young.find(key); found != shard.young.end()) return found->second;
    const auto found = shard.old.find(key);
    if (found == shard.old.end()) return std::nullopt;
    auto value = std::move(found->second);
    shard.old.erase(found);
    put(shard, Key(key), value);
    return value;
  }

  /// Take it before the load.
  [[nodiscard]] Ticket ticket(const Key& key) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    return shard.version;
  }

  void insert(const Key& key, Value value, Ticket ticket) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (shard.version == ticket) put(shard, key, std::move(value));
  }

  /// Answers what was forgotten.
  std::optional<Value> forget(const Key& key) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    ++shard.version;
    auto value = take(shard.young, key);
    auto older = take(shard.old, key);
    return value ? std::move(value) : std::move(older);
  }

 private:
  using Generation = boost::unordered_flat_map<Key, Value, Hash, Equal>;

  struct alignas(64) Shard {
    std::mutex mutex;
    std::uint64_t version = 0;
    Generation young;
    Generation old;
  };

  // The tables use the highest and the lowest bits of a hash.
  template <class AnyKey>
  Shard& shard_of(const AnyKey& key) {
    return shards_[(Hash{}(key) >> 8) % kShards];
  }

  void put(Shard& shard, const Key& key, Value value) {
    if (shard.young.size() >= per_generation_) {
      shard.old = std::move(shard.young);
      shard.young = {};
    }
    shard.young.insert_or_assign(key, std::move(value));
  }

  static std::optional<Value> take(Generation& generation, const Key& key) {
    const auto found = generation.find(key);
    if (found == generation.end()) return std::nullopt;
    std::optional<Value> value(std::move(found->second));
    generation.erase(found);
    return value;
  }

  std::size_t per_generation_;
  std::array<Shard, kShards> shards_;
};

}  // namespace parley::core
