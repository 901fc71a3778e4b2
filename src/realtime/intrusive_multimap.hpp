// An intrusive multimap, which finds sockets by a key that few of them share.
#pragma once

#include <cstddef>

#include <boost/unordered/unordered_flat_map.hpp>

namespace parley::realtime {

/// Maps the hash of a key to items. Items with the same hash are linked through their member Next,
/// so that an item costs one pointer and one slot of the table. Different keys may have the same
/// hash: callers must compare the keys of the items they visit. Borrows the items. Not thread-safe.
template <class Item, Item* Item::*Next>
class IntrusiveMultimap {
 public:
  void add(std::size_t hash, Item& item) {
    auto& head = heads_[hash];
    item.*Next = head;
    head = &item;
  }

  /// `item` must have been added with this hash.
  void remove(std::size_t hash, Item& item) {
    const auto found = heads_.find(hash);
    auto* link = &found->second;
    while (*link != &item) link = &((*link)->*Next);
    *link = item.*Next;
    if (found->second == nullptr) heads_.erase(found);
  }

  /// Calls `visit(Item&)` for each item with this hash. It must not add or remove items.
  template <class F>
  void for_each(std::size_t hash, F visit) const {
    const auto found = heads_.find(hash);
    if (found == heads_.end()) return;
    for (auto* item = found->second; item != nullptr; item = item->*Next) visit(*item);
  }

  /// Calls `visit(Item&)` for each item. It must not add or remove items.
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
