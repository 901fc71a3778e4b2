#include "realtime/outbox.hpp"

#include <algorithm>

namespace parley::realtime {
namespace {

/// Written frames are removed in groups of this size, because each removal moves all that wait.
constexpr std::size_t kWrittenKept = 64;

}  // namespace

bool Outbox::push(const Frame& frame) {
  if (bytes_ + cost(frame) > kMaxBytes) return false;
  add(frame, false);
  return true;
}

bool Outbox::has_room_for_presence(const Frame& frame) const {
  return presence_ < kMaxPresence && bytes_ + cost(frame) <= kMaxBytes;
}

bool Outbox::push_presence(const Frame& frame) {
  if (!has_room_for_presence(frame)) {
    drop_presence();
    return false;
  }
  add(frame, true);
  return true;
}

void Outbox::add(const Frame& frame, bool is_presence) {
  frames_.push_back({frame, is_presence});
  bytes_ += cost(frame);
  if (is_presence) ++presence_;
}

void Outbox::drop_presence() {
  const auto begin = frames_.begin() + static_cast<std::ptrdiff_t>(first_) +
                     static_cast<std::ptrdiff_t>(first_is_begun_ ? 1 : 0);
  const auto kept = std::remove_if(begin, frames_.end(), [this](const Waiting& waiting) {
    if (!waiting.is_presence) return false;
    bytes_ -= cost(waiting.bytes);
    --presence_;
    return true;
  });
  frames_.erase(kept, frames_.end());
  release_memory();
}

std::string_view Outbox::next() {
  first_is_begun_ = true;
  return std::string_view(*frames_[first_].bytes).substr(written_);
}

void Outbox::wrote(std::size_t count) {
  written_ += count;
  auto& first = frames_[first_];
  if (written_ < first.bytes->size()) return;
  bytes_ -= cost(first.bytes);
  if (first.is_presence) --presence_;
  first.bytes.reset();
  ++first_;
  written_ = 0;
  first_is_begun_ = false;
  release_memory();
}

void Outbox::release_memory() {
  if (empty()) {
    std::vector<Waiting>().swap(frames_);  // `= {}` would keep the memory.
    first_ = 0;
  } else if (first_ >= kWrittenKept) {
    frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
}

}  // namespace parley::realtime
