// A bounded cache in front of the store that never keeps stale values.
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

/// For caches whose Key is std::string: lets find() take any text.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return boost::hash<std::string_view>{}(text);
  }
};

/// Maps Key to Value, which should be cheap to copy, such as a shared_ptr. Safe from any thread.
///
/// A reader that misses takes a ticket, loads from the store, and inserts with the ticket. If
/// forget() ran for the key in between, the insert does nothing, because the loaded value may be
/// from before the change. So once forget() has returned after a commit, nobody is served the old
/// state.
///
/// Each shard has two generations. A lookup moves an entry from the old generation to the young
/// one. When the shard is full, each insert evicts one entry of the old generation; if there is
/// none, all young entries become old first. Nothing is evicted while there is room.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>,
          std::size_t kShards = 64>
class VersionedCache {
 public:
  using Ticket = std::uint64_t;

  /// `capacity`: how many entries are kept. There is room for some more, because hashes do not fill
  /// shards evenly.
  explicit VersionedCache(std::size_t capacity)
      : per_shard_(capacity / kShards + capacity / kShards / kSpare + 1) {}

  /// `key`: a Key, or a type that Hash and Equal accept and that converts to Key.
  template <class AnyKey>
  [[nodiscard]] std::optional<Value> find(const AnyKey& key) {
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

  /// Take it before loading.
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

  /// Removes the entry and returns its value. Tickets taken before no longer insert.
  std::optional<Value> forget(const Key& key) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    ++shard.version;
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

 private:
  using Generation = boost::unordered_flat_map<Key, Value, Hash, Equal>;

  /// A shard has room for one entry in kSpare more than its share.
  static constexpr std::size_t kSpare = 16;

  /// No key is in both generations.
  struct alignas(64) Shard {
    std::mutex mutex;
    std::uint64_t version = 0;
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

  std::size_t per_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace parley::core
