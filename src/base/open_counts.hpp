// How many of something are open for each key, such as connections for each address.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace parley {

/// Counts what is open, with a limit for each key. Takes memory for what is open only. Safe from
/// any thread; outlives its places.
template <class Key, class Hash = std::hash<Key>>
class OpenCounts {
 private:
  using Counts = std::unordered_map<Key, std::size_t, Hash>;

 public:
  /// One that is open. An empty place counts for nobody.
  class Place {
   public:
    Place() = default;
    Place(Place&& other) noexcept
        : owner_(std::exchange(other.owner_, nullptr)), entry_(other.entry_) {}
    Place& operator=(Place&& other) noexcept {
      std::swap(owner_, other.owner_);
      std::swap(entry_, other.entry_);
      return *this;
    }
    ~Place() {
      if (owner_) owner_->leave(*entry_);
    }

    explicit operator bool() const { return owner_ != nullptr; }

   private:
    friend OpenCounts;
    Place(OpenCounts& owner, typename Counts::value_type& entry) : owner_(&owner), entry_(&entry) {}

    OpenCounts* owner_ = nullptr;
    typename Counts::value_type* entry_ = nullptr;
  };

  /// A place for one more; an empty one when `most` are open for the key already.
  [[nodiscard]] Place enter(const Key& key, std::size_t most) {
    const std::lock_guard lock(mutex_);
    if (most == 0) return {};
    auto& entry = *counts_.try_emplace(key, 0).first;
    if (entry.second >= most) return {};
    ++entry.second;
    return Place(*this, entry);
  }

  /// Keys for which something is open.
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
