// A set of small numbers as one bit each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

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

  [[nodiscard]] std::size_t count() const {
    std::size_t members = 0;
    for (const auto word : words_) members += static_cast<std::size_t>(std::popcount(word));
    return members;
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
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<Slot>(i * kBits + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

 private:
  static constexpr std::size_t kBits = 64;

  static std::uint64_t bit(Slot slot) { return std::uint64_t{1} << (slot % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace parley::storage
