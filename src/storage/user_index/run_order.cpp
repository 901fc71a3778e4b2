#include "storage/user_index/run_order.hpp"

namespace parley::storage {
namespace {

ChunkedOrder<SlotRun>::Position behind(ChunkedOrder<SlotRun>::Position place) {
  return {place.chunk, place.index + 1};
}

}  // namespace

void RunOrder::append(Slot slot) { insert_at(end(), slot); }

void RunOrder::insert_at(Position place, Slot slot) {
  if (place.offset > 0) {
    auto& lower = runs_[place.run];
    const SlotRun upper{lower.first + place.offset, lower.length - place.offset};
    lower.length = place.offset;
    runs_.insert_at(behind(place.run), {{slot, 1}, upper});
    return;
  }
  auto* const previous = place.run == runs_.begin() ? nullptr : &runs_[runs_.previous(place.run)];
  auto* const next = place.run == runs_.end() ? nullptr : &runs_[place.run];
  const bool follows = previous != nullptr && previous->end() == slot;
  const bool is_followed = next != nullptr && next->first == slot + 1;
  if (follows && is_followed) {
    previous->length += 1 + next->length;
    runs_.erase_at(place.run);
  } else if (follows) {
    ++previous->length;
  } else if (is_followed) {
    *next = {slot, next->length + 1};
  } else {
    runs_.insert_at(place.run, {{slot, 1}});
  }
}

void RunOrder::erase_at(Position place) {
  auto& run = runs_[place.run];
  const SlotRun upper{run.first + place.offset + 1, run.length - place.offset - 1};
  run.length = place.offset;
  if (run.length > 0 && upper.length > 0) {
    runs_.insert_at(behind(place.run), {upper});
  } else if (upper.length > 0) {
    run = upper;
  } else if (run.length == 0) {
    runs_.erase_at(place.run);
  }
}

}  // namespace parley::storage
