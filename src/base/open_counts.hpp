// Counts what is open per key, such as connections per address.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace parley {

/// Counts what is open, with a limit per key. Uses memory only for keys that have something open.
/// Safe from any thread. Must outlive its slots.
template <class Key, class Hash = std::hash<Key>>
class OpenCounts {
 private:
  using Counts = std::unordered_map<Key, std::size_t, Hash>;

 public:
  /// One thing that is open; it counts until it is destroyed. An empty slot counts nothing.
  class Slot {
   public:
    Slot() = default;
    Slot(Slot&& other) noexcept
        : owner_(std::exchange(other.owner_, nullptr)), entry_(other.entry_) {}
    Slot& operator=(Slot&& other) noexcept {
      std::swap(owner_, other.owner_);
      std::swap(entry_, other.entry_);
      return *this;
    }
    ~Slot() {
      if (owner_) owner_->leave(*entry_);
    }

    explicit operator bool() const { return owner_ != nullptr; }

   private:
    friend OpenCounts;
    Slot(OpenCounts& owner, typename Counts::value_type& entry) : owner_(&owner), entry_(&entry) {}

    OpenCounts* owner_ = nullptr;
    typename Counts::value_type* entry_ = nullptr;
  };

  /// Counts one more for `key`. Returns an empty slot if `most` are open already.
  [[nodiscard]] Slot enter(const Key& key, std::size_t most) {
    const std::lock_guard lock(mutex_);
    if (most == 0) return {};
    auto& entry = *counts_.try_emplace(key, 0).first;
    if (entry.second >= most) return {};
    ++entry.second;
    return Slot(*this, entry);
  }

  /// The number of keys that have something open.
  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return counts_.size();
  }

 private:
  void leave(typename Counts::value_type& entry) {
    const std::lock_guard lock(mutex_);
    if (--entry.second == 0) counts_.erase(counts_.find(entry.first));  // Copies no key.
  }

  mutable std::mutex mutex_;
  Counts counts_;
};

}  // namespace parley
