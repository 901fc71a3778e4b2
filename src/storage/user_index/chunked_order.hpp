// A sorted sequence that takes insertions in the middle.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace parley::storage {

/// Sorted items in chunks of several hundred: an insertion moves part of one chunk, and a walk
/// reads memory sequentially. The predicates passed in define the order; they must all agree on it.
template <class Item>
class ChunkedOrder {
 public:
  struct Position {
    std::size_t chunk = 0;
    std::size_t index = 0;
    bool operator==(const Position&) const = default;
  };

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Item& operator[](Position place) { return chunks_[place.chunk][place.index]; }
  [[nodiscard]] const Item& operator[](Position place) const {
    return chunks_[place.chunk][place.index];
  }

  /// Adds an item at the end.
  void append(Item item) {
    if (chunks_.empty() || chunks_.back().size() >= kFill) chunks_.emplace_back();
    make_room(chunks_.back());
    chunks_.back().push_back(item);
    ++size_;
  }

  /// `before(other)`: whether an existing item sorts before the new one.
  template <class Before>
  void insert(Item item, Before before) {
    insert_at(first_not(before), {item});
  }

  /// Inserts items before `place`, which may be one past the last item of a chunk.
  void insert_at(Position place, std::initializer_list<Item> items) {
    if (chunks_.empty()) chunks_.emplace_back();
    if (place.chunk == chunks_.size()) place = {place.chunk - 1, chunks_.back().size()};
    auto& chunk = chunks_[place.chunk];
    make_room(chunk);
    chunk.insert(chunk.begin() + static_cast<std::ptrdiff_t>(place.index), items);
    size_ += items.size();
    if (chunk.size() >= kMost) split(place.chunk);
  }

  /// Removes the first item for which `before` is false, if it equals `item`; otherwise returns
  /// false and changes nothing.
  template <class Before>
  bool erase(Item item, Before before) {
    const auto place = first_not(before);
    if (place.chunk == chunks_.size() || !((*this)[place] == item)) return false;
    erase_at(place);
    return true;
  }

  void erase_at(Position place) {
    auto& chunk = chunks_[place.chunk];
    chunk.erase(chunk.begin() + static_cast<std::ptrdiff_t>(place.index));
    if (chunk.empty()) chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(place.chunk));
    --size_;
  }

  [[nodiscard]] Position begin() const { return {0, 0}; }
  [[nodiscard]] Position end() const { return {chunks_.size(), 0}; }

  /// The place before `place`, which must not be begin().
  [[nodiscard]] Position previous(Position place) const {
    if (place.index > 0) return {place.chunk, place.index - 1};
    return {place.chunk - 1, chunks_[place.chunk - 1].size() - 1};
  }

  /// The place of the first item for which `before(item)` is false, or end().
  template <class Before>
  [[nodiscard]] Position first_not(Before before) const {
    const auto chunk = std::partition_point(
        chunks_.begin(), chunks_.end(), [&](const auto& items) { return before(items.back()); });
    if (chunk == chunks_.end()) return end();
    const auto item = std::partition_point(chunk->begin(), chunk->end(), before);
    return {static_cast<std::size_t>(chunk - chunks_.begin()),
            static_cast<std::size_t>(item - chunk->begin())};
  }

  /// Calls `visit(item)` for the items in [from, to), until it returns false.
  template <class Visit>
  void forward(Position from, Position to, Visit visit) const {
    for (auto at = from.chunk; at < chunks_.size() && at <= to.chunk; ++at) {
      const auto& chunk = chunks_[at];
      const auto last = at == to.chunk ? to.index : chunk.size();
      for (auto index = at == from.chunk ? from.index : 0; index < last; ++index) {
        if (!visit(chunk[index])) return;
      }
    }
  }

  /// Calls `visit(item)` for the items before `from` in reverse order, until it returns false.
  template <class Visit>
  void backward(Position from, Visit visit) const {
    for (auto at = std::min(from.chunk + 1, chunks_.size()); at-- > 0;) {
      const auto& chunk = chunks_[at];
      for (auto index = at == from.chunk ? from.index : chunk.size(); index-- > 0;) {
        if (!visit(chunk[index])) return;
      }
    }
  }

 private:
  static constexpr std::size_t kMost = 1024;
  static constexpr std::size_t kFill = 768;  ///< append() fills chunks up to this size.
  static constexpr std::size_t kRoom = 64;   ///< Chunks grow by this many items.

  // Avoids the doubling of std::vector, which could allocate nearly twice the memory needed.
  static void make_room(std::vector<Item>& chunk) {
    if (chunk.size() == chunk.capacity()) chunk.reserve(std::min(kMost, chunk.size() + kRoom));
  }

  void split(std::size_t at) {
    const auto middle = chunks_[at].begin() + kMost / 2;
    std::vector<Item> upper(middle, chunks_[at].end());
    std::vector<Item> lower(chunks_[at].begin(), middle);
    chunks_[at] = std::move(lower);
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
  }

  std::vector<std::vector<Item>> chunks_;  ///< No chunk is empty.
  std::size_t size_ = 0;
};

}  // namespace parley::storage
