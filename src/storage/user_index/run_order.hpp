// A sorted sequence of slots, of which most follow the one of their neighbour.
#pragma once

#include <cstddef>
#include <cstdint>

#include "storage/user_index/bitmap.hpp"
#include "storage/user_index/chunked_order.hpp"

namespace parley::storage {

/// Slots that follow each other both in the order and as numbers, as those of users who are loaded
/// in this order do.
struct SlotRun {
  Slot first = 0;
  std::uint32_t length = 0;

  [[nodiscard]] Slot end() const { return first + length; }
};

/// Keeps runs of slots instead of each: a million users loaded in order take the memory of one, and
/// a walk passes them at once. Each who comes later, or goes, splits a run. The order is that of
/// the predicates passed in; they must agree.
class RunOrder {
 public:
  struct Place {
    ChunkedOrder<SlotRun>::Place run;
    std::uint32_t offset = 0;  ///< In the run.
  };

  /// Adds a slot behind all others.
  void append(Slot slot);

  /// `before(other)`: whether a slot stands before the new one.
  template <class Before>
  void insert(Slot slot, Before before) {
    insert_at(first_not(before), slot);
  }

  /// Removes the first slot that does not stand `before` a place, when it is `slot`.
  template <class Before>
  bool erase(Slot slot, Before before) {
    const auto place = first_not(before);
    if (place.run == runs_.end() || runs_[place.run].first + place.offset != slot) return false;
    erase_at(place);
    return true;
  }

  /// How many runs there are: what a walk takes grows with it.
  [[nodiscard]] std::size_t runs() const { return runs_.size(); }

  [[nodiscard]] Place begin() const { return {runs_.begin(), 0}; }
  [[nodiscard]] Place end() const { return {runs_.end(), 0}; }

  /// The first slot for which `before(slot)` is false.
  template <class Before>
  [[nodiscard]] Place first_not(Before before) const {
    const auto run = runs_.first_not([&](const SlotRun& other) { return before(other.end() - 1); });
    if (run == runs_.end()) return end();
    const auto [first, length] = runs_[run];
    std::uint32_t low = 0;
    for (auto high = length - 1; low < high;) {
      const auto middle = low + (high - low) / 2;
      if (before(first + middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return {run, low};
  }

  /// Calls `visit(run)` for all from `from` to before `to`, until it returns false. Of the runs at
  /// the ends it gets what is within.
  template <class Visit>
  void forward(Place from, Place to, Visit visit) const {
    bool more = true;
    auto passed = from.offset;
    runs_.forward(from.run, to.run, [&](const SlotRun& run) {
      more = visit(SlotRun{run.first + passed, run.length - passed});
      passed = 0;
      return more;
    });
    if (more && to.offset > passed)
      visit(SlotRun{runs_[to.run].first + passed, to.offset - passed});
  }

  /// The same from before `from` down to the first run, whose slots are to be read from its end.
  template <class Visit>
  void backward(Place from, Visit visit) const {
    if (from.offset > 0 && !visit(SlotRun{runs_[from.run].first, from.offset})) return;
    runs_.backward(from.run, visit);
  }

 private:
  void insert_at(Place place, Slot slot);
  void erase_at(Place place);

  ChunkedOrder<SlotRun> runs_;
};

}  // namespace parley::storage
