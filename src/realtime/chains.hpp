// Finds sockets by something that few of them share.
#pragma once

#include <cstddef>

#include <boost/unordered/unordered_flat_map.hpp>

namespace parley::realtime {

/// Items by the hash of a key. Those with the same hash are chained through their member Next, so
/// that an item costs a pointer and a slot. Users compare the key itself.
template <class Item, Item* Item::*Next>
class Chains {
 public:
  void add(std::size_t hash, Item& item) {
    auto& head = heads_[hash];
    item.*Next = head;
    head = &item;
  }

  /// `item` was added with this hash.
  void remove(std::size_t hash, Item& item) {
    const auto found = heads_.find(hash);
    auto* link = &found->second;
    while (*link != &item) link = &((*link)->*Next);
    *link = item.*Next;
    if (found->second == nullptr) heads_.erase(found);
  }

  /// `visit(Item&)` must not add or remove.
  template <class F>
  void for_each(std::size_t hash, F visit) const {
    const auto found = heads_.find(hash);
    if (found == heads_.end()) return;
    for (auto* item = found->second; item != nullptr; item = item->*Next) visit(*item);
  }

  /// Of any hash.
  template <class F>
  void for_all(F visit) const {
    for (const auto& [hash, head] : heads_) {
      for (auto* item = head; item != nullptr; item = item->*Next) visit(*item);
    }
  }

 private:
  boost::unordered_flat_map<std::size_t, Item*> heads_;
};

}  // namespace parley::realtime
