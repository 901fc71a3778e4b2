// Handles to objects that may be gone by the time the handle is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::realtime {

/// Identifies an object in a SlotMap. The default value identifies no object.
struct SlotHandle {
  std::uint32_t slot = 0;
  std::uint32_t generation = 0;
};

/// Finds objects by handle in constant time. A handle stays valid until its object is removed.
/// After that it finds nothing, because a slot that is used again has another generation. Not
/// thread-safe.
template <class Item>
class SlotMap {
 public:
  /// Borrows `item` until it is removed.
  [[nodiscard]] SlotHandle add(Item& item) {
    if (free_.empty()) {
      slots_.push_back({});
      free_.reserve(slots_.capacity());  // So that remove() never allocates.
      free_.push_back(static_cast<std::uint32_t>(slots_.size() - 1));
    }
    const auto slot = free_.back();
    free_.pop_back();
    slots_[slot].item = &item;
    return {slot, ++slots_[slot].generation};
  }

  /// Does nothing if the object was removed before.
  void remove(SlotHandle handle) noexcept {
    if (find(handle) == nullptr) return;
    slots_[handle.slot].item = nullptr;
    free_.push_back(handle.slot);
  }

  /// Returns nullptr if the object was removed.
  [[nodiscard]] Item* find(SlotHandle handle) const noexcept {
    if (handle.slot >= slots_.size()) return nullptr;
    const auto& slot = slots_[handle.slot];
    return slot.generation == handle.generation ? slot.item : nullptr;
  }

  /// Slots are numbered from 0. Some may be free. Objects can be added and removed while the caller
  /// visits the slots one by one.
  [[nodiscard]] std::size_t slot_count() const noexcept { return slots_.size(); }

  /// The handle of the object in a slot, or one that finds nothing if the slot is free.
  [[nodiscard]] SlotHandle handle_at(std::uint32_t slot) const noexcept {
    return {slot, slots_[slot].generation};
  }

 private:
  struct Slot {
    Item* item = nullptr;
    std::uint32_t generation = 0;
  };

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;
};

}  // namespace parley::realtime
