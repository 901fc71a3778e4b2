// The set of users who have a tag or role: compact for three members as for a million.
#pragma once

#include <cstddef>
#include <vector>

#include "storage/user_index/bitmap.hpp"

namespace parley::storage {

/// A sorted list while the set is sparse, otherwise a bitmap: about as small as the smaller of the
/// two.
class SlotSet {
 public:
  /// Does nothing if the slot is a member already.
  void insert(Slot slot);

  /// Does nothing if the slot is not a member.
  void erase(Slot slot);

  [[nodiscard]] bool contains(Slot slot) const;
  [[nodiscard]] std::size_t size() const { return size_; }

  void add_to(Bitmap& bitmap) const;

 private:
  [[nodiscard]] bool is_bitmap() const { return bitmap_.capacity() > 0; }
  void become_list();
  void become_bitmap();

  std::vector<Slot> list_;  ///< Sorted; empty if the set is a bitmap.
  Bitmap bitmap_;
  std::size_t size_ = 0;
};

}  // namespace parley::storage
