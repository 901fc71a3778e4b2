#include "storage/user_index/slot_set.hpp"

namespace parley::storage {
namespace {

/// One list entry takes as much memory as this many bits of a bitmap.
constexpr std::size_t kBitsPerEntry = 32;

/// A list of up to this size never becomes a bitmap.
constexpr std::size_t kShortList = 64;

}  // namespace

void SlotSet::insert(Slot slot) {
  if (is_bitmap() && slot >= bitmap_.capacity() && size_ * kBitsPerEntry < slot) become_list();
  if (is_bitmap()) {
    if (bitmap_.contains(slot)) return;
    bitmap_.insert(slot);
    ++size_;
    return;
  }
  const auto at = std::lower_bound(list_.begin(), list_.end(), slot);
  if (at != list_.end() && *at == slot) return;
  list_.insert(at, slot);
  size_ = list_.size();
  // Hysteresis: becoming a bitmap takes a higher density than staying one.
  if (size_ > kShortList && size_ * kBitsPerEntry / 2 > list_.back()) become_bitmap();
}

void SlotSet::erase(Slot slot) {
  if (is_bitmap()) {
    if (!bitmap_.contains(slot)) return;
    bitmap_.erase(slot);
    --size_;
    if (size_ * kBitsPerEntry * 2 < bitmap_.capacity()) become_list();
    return;
  }
  const auto at = std::lower_bound(list_.begin(), list_.end(), slot);
  if (at == list_.end() || *at != slot) return;
  list_.erase(at);
  size_ = list_.size();
}

bool SlotSet::contains(Slot slot) const {
  return is_bitmap() ? bitmap_.contains(slot)
                     : std::binary_search(list_.begin(), list_.end(), slot);
}

void SlotSet::add_to(Bitmap& bitmap) const {
  bitmap |= bitmap_;
  for (const auto slot : list_) bitmap.insert(slot);
}

void SlotSet::become_list() {
  std::vector<Slot> list;
  list.reserve(size_);
  bitmap_.for_each([&](Slot slot) { list.push_back(slot); });
  list_ = std::move(list);
  bitmap_ = {};
}

void SlotSet::become_bitmap() {
  for (const auto slot : list_) bitmap_.insert(slot);
  std::vector<Slot>().swap(list_);  // Frees the memory, which assigning {} would keep.
}

}  // namespace parley::storage
