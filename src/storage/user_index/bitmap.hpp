// A set of small numbers as one bit each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "storage/user_index/count_ones.hpp"

namespace parley::storage {

/// The number of a user in the index of its app. Those of removed users are given out again.
using Slot = std::uint32_t;

/// Operations with another set take a time that grows with the largest member, not with how many
/// there are: some microseconds a million. What is beyond the end of a set is not in it.
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

  /// Inserts all from `from` to before `to`.
  void insert_range(Slot from, Slot to) {
    if (from >= to) return;
    words_.resize(std::max<std::size_t>(words_.size(), (to - 1) / kBits + 1));
    for (std::size_t i = from / kBits; i * kBits < to; ++i) words_[i] |= range(i, from, to);
  }

  [[nodiscard]] std::size_t count() const { return count_ones(words_); }

  /// How many members there are from `from` to before `to`.
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

  /// One more than the largest member that fits without growing.
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

  /// Leaves the members that are not in `other`.
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

  /// Calls `visit(slot)` for each member from `from` to before `to`, until it returns false.
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

  /// The same in descending order.
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

  /// The bits of word `i` that stand for what is from `from` to before `to`.
  static std::uint64_t range(std::size_t i, Slot from, Slot to) {
    const auto all = ~std::uint64_t{0};
    const auto begin = from > i * kBits ? all << (from - i * kBits) : all;
    const auto end = to < (i + 1) * kBits ? all >> ((i + 1) * kBits - to) : all;
    return begin & end;
  }

  /// Up to where members can be, at most `to`.
  [[nodiscard]] Slot within(Slot to) const {
    return static_cast<Slot>(std::min<std::size_t>(to, capacity()));
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace parley::storage
