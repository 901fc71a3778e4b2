// The users of each role, or of each tag.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "storage/user_index/slot_set.hpp"

namespace parley::storage {

/// A label without users takes no memory, so clients cannot fill it by inventing labels.
class LabelIndex {
 public:
  void insert(std::string_view label, Slot slot) {
    auto found = users_.find(label);
    if (found == users_.end()) found = users_.emplace(label, SlotSet()).first;
    found->second.insert(slot);
  }

  void erase(std::string_view label, Slot slot) {
    const auto found = users_.find(label);
    if (found == users_.end()) return;
    found->second.erase(slot);
    if (found->second.size() == 0) users_.erase(found);
  }

  /// Adds the users who have the label to `bitmap`.
  void add_to(Bitmap& bitmap, std::string_view label) const {
    const auto found = users_.find(label);
    if (found != users_.end()) found->second.add_to(bitmap);
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unordered_map<std::string, SlotSet, Hash, std::equal_to<>> users_;
};

}  // namespace parley::storage
