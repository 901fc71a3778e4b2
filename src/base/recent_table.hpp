// A table of fixed size that forgets the least recently used entry.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <list>

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

namespace parley {

/// Values by key, for counting what clients do in bounded memory. Not thread-safe.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>>
class RecentTable {
 public:
  /// `capacity`: the number of entries kept, at least one.
  explicit RecentTable(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

  /// Returns the value of `key` and makes it the most recently used. A new key starts with Value{}
  /// and, in a full table, replaces the least recently used key. `key`: a Key, or a type that Hash
  /// and Equal accept and that converts to Key. Allocates for new keys only. The reference is valid
  /// until the key is forgotten.
  template <class AnyKey>
  Value& touch(const AnyKey& key) {
    if (const auto found = index_.find(key); found != index_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return entries_.front().value;
    }
    if (entries_.size() == capacity_) {
      index_.erase(entries_.back().key);
      entries_.pop_back();
    }
    entries_.push_front({Key(key), {}});
    index_.emplace(entries_.front().key, entries_.begin());
    return entries_.front().value;
  }

  void forget(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return;
    entries_.erase(found->second);
    index_.erase(found);
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Key key;
    Value value;
  };
  using Entries = std::list<Entry>;

  std::size_t capacity_;
  Entries entries_;  ///< Most recent first.
  boost::unordered_flat_map<Key, typename Entries::iterator, Hash, Equal> index_;
};

}  // namespace parley
