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
/// Bounded by two generations a shard. In a full one, each entry that comes takes the place of one
/// of the old generation, where nobody has asked for it since it was young; when no old ones are
/// left, all young ones become old. So nothing is dropped as long as everything fits.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>,
          std::size_t kShards = 64>
class VersionedCache {
 public:
  using Ticket = std::uint64_t;

  /// `capacity`: how many entries are kept; some more, because hashes do not fill shards evenly.
  explicit VersionedCache(std::size_t capacity)
      : per_shard_(capacity / kShards + capacity / kShards / kSpare + 1) {}

  /// `key`: a Key, or what Hash and Equal take as well.
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

  /// One place in so many that a shard has more than its share.
  static constexpr std::size_t kSpare = 16;

  /// No key is in both generations.
  struct alignas(64) Shard {
    std::mutex mutex;
    std::uint64_t version = 0;
    Generation young;
    Generation old;
    typename Generation::iterator next_to_go;  ///< Into `old`: nothing is before it.
  };

  // The tables use the highest and the lowest bits of a hash.
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
