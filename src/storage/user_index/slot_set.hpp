// The users of a tag or role, be they three or a million.
#pragma once

#include <cstddef>
#include <vector>

#include "storage/user_index/bitmap.hpp"

namespace parley::storage {

/// A sorted list while the members are few for their numbers, else a bitmap: about as large as the
/// smaller of both would be.
class SlotSet {
 public:
  /// Nothing happens when the member is there.
  void insert(Slot slot);

  /// Nothing happens when it is not.
  void erase(Slot slot);

  [[nodiscard]] bool contains(Slot slot) const;
  [[nodiscard]] std::size_t size() const { return size_; }

  void add_to(Bitmap& bitmap) const;

 private:
  [[nodiscard]] bool is_bitmap() const { return bitmap_.capacity() > 0; }
  void become_list();
  void become_bitmap();

  std::vector<Slot> list_;  ///< Sorted; empty when it is a bitmap.
  Bitmap bitmap_;
  std::size_t size_ = 0;
};

}  // namespace parley::storage
