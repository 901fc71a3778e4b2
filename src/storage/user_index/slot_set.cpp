#include "storage/user_index/slot_set.hpp"

namespace parley::storage {
namespace {

/// Bits of a bitmap that take as much memory as one entry of a list.
constexpr std::size_t kBitsPerEntry = 32;

/// Below, a list is always good enough.
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
  // Twice as dense as becoming a list asks for, so that it does not go back and forth.
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
  std::vector<Slot>().swap(list_);  // Gives its memory back, which an assignment of {} keeps.
}

}  // namespace parley::storage
