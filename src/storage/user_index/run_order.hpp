// A sorted sequence of slots, stored as runs of consecutive numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "storage/user_index/bitmap.hpp"
#include "storage/user_index/chunked_order.hpp"

namespace parley::storage {

/// Slots that are adjacent in the order and consecutive as numbers.
struct SlotRun {
  Slot first = 0;
  std::uint32_t length = 0;

  [[nodiscard]] Slot end() const { return first + length; }
};

/// The loader assigns slots in this order, so a million loaded users are a single run, which takes
/// the memory of one entry and which a walk passes in one step. A user who is inserted or erased
/// later usually splits a run:
///
///     order  0 1 2 20 3 4 5   as runs  {0, length 3} {20, length 1} {3, length 3}
///
/// The predicates passed in define the order; they must all agree on it.
class RunOrder {
 public:
  struct Position {
    ChunkedOrder<SlotRun>::Position run;
    std::uint32_t offset = 0;  ///< In the run.
  };

  /// Adds a slot at the end.
  void append(Slot slot);

  /// `before(other)`: whether an existing slot sorts before the new one.
  template <class Before>
  void insert(Slot slot, Before before) {
    insert_at(first_not(before), slot);
  }

  /// Removes the first slot for which `before` is false, if it equals `slot`; otherwise returns
  /// false and changes nothing.
  template <class Before>
  bool erase(Slot slot, Before before) {
    const auto place = first_not(before);
    if (place.run == runs_.end() || runs_[place.run].first + place.offset != slot) return false;
    erase_at(place);
    return true;
  }

  /// The number of runs. The time of a walk grows with it.
  [[nodiscard]] std::size_t runs() const { return runs_.size(); }

  [[nodiscard]] Position begin() const { return {runs_.begin(), 0}; }
  [[nodiscard]] Position end() const { return {runs_.end(), 0}; }

  /// The place of the first slot for which `before(slot)` is false, or end().
  template <class Before>
  [[nodiscard]] Position first_not(Before before) const {
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

  /// Calls `visit(run)` for the runs in [from, to), until it returns false. Runs that are only
  /// partly in the range are cut to it.
  template <class Visit>
  void forward(Position from, Position to, Visit visit) const {
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

  /// Calls `visit(run)` for the runs before `from` in reverse order, until it returns false. Within
  /// a run, the caller must read the slots from the last to the first.
  template <class Visit>
  void backward(Position from, Visit visit) const {
    if (from.offset > 0 && !visit(SlotRun{runs_[from.run].first, from.offset})) return;
    runs_.backward(from.run, visit);
  }

 private:
  void insert_at(Position place, Slot slot);
  void erase_at(Position place);

  ChunkedOrder<SlotRun> runs_;
};

}  // namespace parley::storage
