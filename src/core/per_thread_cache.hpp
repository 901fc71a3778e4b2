// A cache per thread, for values that all threads need all the time, such as the app of a request.
#pragma once

#include <deque>

#include "base/thread_number.hpp"
#include "core/versioned_cache.hpp"

namespace parley::core {

/// One VersionedCache per thread, with the same guarantees. Each thread loads its own values, so
/// threads contend neither for a mutex nor for the reference counts of values.
template <class Key, class Value, class Hash = boost::hash<Key>, class Equal = std::equal_to<Key>>
class PerThreadCache {
 public:
  /// `bus` must outlive the cache. `capacity`: about how many entries are kept per thread.
  PerThreadCache(const EventBus& bus, std::size_t capacity) {
    for (std::size_t i = 0; i < thread_slots(); ++i) caches_.emplace_back(bus, capacity);
  }

  template <class AnyKey>
  [[nodiscard]] std::optional<Value> find(const AnyKey& key) {
    return mine().find(key);
  }

  void insert(const Key& key, Value value, AsOf as_of) {
    mine().insert(key, std::move(value), as_of);
  }

  void forget(const Key& key, EventId event) {
    for (auto& cache : caches_) cache.forget(key, event);
  }

  void clear() {
    for (auto& cache : caches_) cache.clear();
  }

 private:
  using Cache = VersionedCache<Key, Value, Hash, Equal, 1>;

  Cache& mine() { return caches_[thread_number() % caches_.size()]; }

  std::deque<Cache> caches_;
};

}  // namespace parley::core
