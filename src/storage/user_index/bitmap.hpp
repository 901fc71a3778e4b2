// A set of small numbers, one bit each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "storage/user_index/count_ones.hpp"

namespace parley::storage {

/// The number of a user in the index of its app. Slots of removed users are reused.
using Slot = std::uint32_t;

/// The memory, and the time of operations on whole sets, grow with the largest member that was
/// inserted, not with the number of members. Reading beyond the end of a set finds no members.
class Bitmap {
 public:
  void insert(Slot slot) {
    const auto word = slot / kBits;
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] |= bit(slot);
  }

  void erase(Slot slot) {
    if (slot / kBits < words_.size()) words_[slot / kBits] &= ~bit(slot);
  }

  [[nodiscard]] bool contains(Slot slot) const {
    return slot / kBits < words_.size() && (words_[slot / kBits] & bit(slot)) != 0;
  }

  /// Inserts [from, to).
  void insert_range(Slot from, Slot to) {
    if (from >= to) return;
    words_.resize(std::max<std::size_t>(words_.size(), (to - 1) / kBits + 1));
    for (std::size_t i = from / kBits; i * kBits < to; ++i) words_[i] |= range(i, from, to);
  }

  [[nodiscard]] std::size_t count() const { return count_ones(words_); }

  /// The number of members in [from, to).
  [[nodiscard]] std::size_t count_in(Slot from, Slot to) const {
    to = within(to);
    if (from >= to) return 0;
    const std::size_t first = from / kBits;
    const std::size_t last = (to - 1) / kBits;
    const auto begin = words_[first] & range(first, from, to);
    if (first == last) return count_ones({&begin, 1});
    const auto end = words_[last] & range(last, from, to);
    return count_ones({&begin, 1}) + count_ones({&end, 1}) +
           count_ones(std::span(words_).subspan(first + 1, last - first - 1));
  }

  /// Slots below this fit without growing the set.
  [[nodiscard]] std::size_t capacity() const { return words_.size() * kBits; }

  void clear() { words_.clear(); }

  Bitmap& operator|=(const Bitmap& other) {
    if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }

  Bitmap& operator&=(const Bitmap& other) {
    if (words_.size() > other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }

  /// Removes the members of `other`.
  Bitmap& operator-=(const Bitmap& other) {
    const auto common = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < common; ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  /// Calls `visit(slot)` for each member in ascending order.
  template <class Visit>
  void for_each(Visit visit) const {
    ascend(0, within(static_cast<Slot>(-1)), [&](Slot slot) { return (visit(slot), true); });
  }

  /// Calls `visit(slot)` for each member in [from, to) in ascending order, until it returns false.
  template <class Visit>
  void ascend(Slot from, Slot to, Visit visit) const {
    to = within(to);
    for (std::size_t i = from / kBits; i * kBits < to; ++i) {
      for (auto rest = words_[i] & range(i, from, to); rest != 0; rest &= rest - 1) {
        if (!visit(static_cast<Slot>(i * kBits) + static_cast<Slot>(std::countr_zero(rest))))
          return;
      }
    }
  }

  /// Like ascend(), in descending order.
  template <class Visit>
  void descend(Slot from, Slot to, Visit visit) const {
    to = within(to);
    for (std::size_t i = (to + kBits - 1) / kBits; i-- > from / kBits;) {
      for (auto rest = words_[i] & range(i, from, to); rest != 0;) {
        const auto slot =
            static_cast<Slot>(i * kBits) + static_cast<Slot>(std::bit_width(rest) - 1);
        rest &= ~bit(slot);
        if (!visit(slot)) return;
      }
    }
  }

 private:
  static constexpr std::size_t kBits = 64;

  static std::uint64_t bit(Slot slot) { return std::uint64_t{1} << (slot % kBits); }

  /// The bits of word `i` that are in [from, to).
  static std::uint64_t range(std::size_t i, Slot from, Slot to) {
    const auto all = ~std::uint64_t{0};
    const auto begin = from > i * kBits ? all << (from - i * kBits) : all;
    const auto end = to < (i + 1) * kBits ? all >> ((i + 1) * kBits - to) : all;
    return begin & end;
  }

  /// `to`, or the end of the set if that is lower.
  [[nodiscard]] Slot within(Slot to) const {
    return static_cast<Slot>(std::min<std::size_t>(to, capacity()));
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace parley::storage
