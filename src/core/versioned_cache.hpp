// A bounded cache in front of the store that never keeps stale values.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "core/event/bus.hpp"

namespace parley::core {

/// For caches whose Key is std::string: lets find() take any text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return boost::hash<std::string_view>{}(text);
  }
};

/// Maps Key to Value, which should be cheap to copy, such as a shared_ptr. Safe from any thread.
///
/// A reader that misses asks EventBus::now(), loads from the store, and inserts the value as of
/// then. If forget() ran for the key with a later event in between, the insert does nothing,
/// because the loaded value may be from before that change. So once forget() has returned after a
/// commit, nobody is served the old state. While the bus is out of sync, nothing is found and
/// nothing is kept; the owner must call clear() on events_missed.
///
/// Each shard has two generations. A lookup moves an entry from the old generation to the young
/// one. When the shard is full, each insert evicts one entry of the old generation; if there is
/// none, all young entries become old first. Nothing is evicted while there is room.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>,
          std::size_t kShards = 64>
class VersionedCache {
 public:
  /// `bus` must outlive the cache. `capacity`: how many entries are kept. There is room for some
  /// more, because hashes do not fill shards evenly.
  VersionedCache(const EventBus& bus, std::size_t capacity)
      : bus_(bus), per_shard_(capacity / kShards + capacity / kShards / kSpare + 1) {}

  /// `key`: a Key, or a type that Hash and Equal accept and that converts to Key.
  template <class AnyKey>
  [[nodiscard]] std::optional<Value> find(const AnyKey& key) {
    if (!bus_.in_sync()) return std::nullopt;
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.young.find(key); found != shard.young.end()) return found->second;
    const auto found = shard.old.find(key);
    if (found == shard.old.end()) return std::nullopt;
    auto value = found->second;
    shard.young.insert_or_assign(Key(key), value);
    erase_old(shard, found);
    return value;
  }

  /// Keeps the value, unless its key changed after `as_of`.
  void insert(const Key& key, Value value, AsOf as_of) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (shard.changed <= as_of.event && bus_.is_of_this_era(as_of))
      put(shard, key, std::move(value));
  }

  /// `event` changed what belongs to the key. Removes the entry and returns its value.
  std::optional<Value> forget(const Key& key, EventId event) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    shard.changed = std::max(shard.changed, event);
    std::optional<Value> value;
    if (const auto found = shard.young.find(key); found != shard.young.end()) {
      value = std::move(found->second);
      shard.young.erase(found);
    } else if (const auto older = shard.old.find(key); older != shard.old.end()) {
      value = std::move(older->second);
      erase_old(shard, older);
    }
    return value;
  }

  /// Removes all entries.
  void clear() {
    for (auto& shard : shards_) {
      const std::lock_guard lock(shard.mutex);
      shard.young.clear();
      shard.old.clear();
      shard.next_to_go = shard.old.begin();
    }
  }

 private:
  using Generation = boost::unordered_flat_map<Key, Value, Hash, Equal>;

  /// A shard has room for one entry in kSpare more than its share.
  static constexpr std::size_t kSpare = 16;

  /// No key is in both generations.
  struct alignas(64) Shard {
    std::mutex mutex;
    EventId changed = 0;  ///< The last event that changed a key of the shard.
    Generation young;
    Generation old;
    typename Generation::iterator next_to_go;  ///< The first entry of `old`.
  };

  // Skips the lowest bits, because the tables use the highest and the lowest bits of a hash.
  template <class AnyKey>
  Shard& shard_of(const AnyKey& key) {
    return shards_[(Hash{}(key) >> 8) % kShards];
  }

  void put(Shard& shard, const Key& key, Value value) {
    if (const auto found = shard.old.find(key); found != shard.old.end()) erase_old(shard, found);
    if (!shard.young.contains(key)) make_room(shard);
    shard.young.insert_or_assign(key, std::move(value));
  }

  void make_room(Shard& shard) {
    if (shard.young.size() + shard.old.size() < per_shard_) return;
    if (shard.old.empty()) {
      shard.old = std::exchange(shard.young, {});
      shard.next_to_go = shard.old.begin();
    }
    erase_old(shard, shard.next_to_go);
  }

  static void erase_old(Shard& shard, typename Generation::iterator entry) {
    if (shard.next_to_go == entry) ++shard.next_to_go;
    shard.old.erase(entry);
  }

  const EventBus& bus_;
  std::size_t per_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace parley::core
