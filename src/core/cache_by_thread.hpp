// A cache for what all threads ask for all the time, as the app that a request belongs to.
#pragma once

#include <deque>

#include "base/thread_number.hpp"
#include "core/versioned_cache.hpp"

namespace parley::core {

/// A VersionedCache for each thread, with the same promises: each loads its own values. A single
/// one would have the threads wait for each other at its mutex, and at the count of owners of each
/// value that they share.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>>
class CacheByThread {
 public:
  using Ticket = std::uint64_t;

  /// `capacity`: about how many entries are kept for each thread.
  explicit CacheByThread(std::size_t capacity) {
    for (std::size_t i = 0; i < places_of_threads(); ++i) caches_.emplace_back(capacity);
  }

  template <class AnyKey>
  [[nodiscard]] std::optional<Value> find(const AnyKey& key) {
    return mine().find(key);
  }

  /// Take it before the load. It holds on another thread too: a change counts in all caches.
  [[nodiscard]] Ticket ticket(const Key& key) { return mine().ticket(key); }

  void insert(const Key& key, Value value, Ticket ticket) {
    mine().insert(key, std::move(value), ticket);
  }

  void forget(const Key& key) {
    for (auto& cache : caches_) cache.forget(key);
  }

 private:
  using Cache = VersionedCache<Key, Value, Hash, Equal, 1>;

  Cache& mine() { return caches_[thread_number() % caches_.size()]; }

  std::deque<Cache> caches_;
};

}  // namespace parley::core
