#include "realtime/outbox.hpp"

#include <algorithm>
#include <utility>

namespace parley::realtime {

Outbox::Verdict Outbox::push(Frame frame) {
  if (frames_.size() >= kMaxFrames) return Verdict::full;
  frames_.push_back({std::move(frame), false});
  return Verdict::queued;
}

Outbox::Verdict Outbox::push_presence(Frame frame) {
  if (frames_.size() < kMaxFrames) {
    frames_.push_back({std::move(frame), true});
    return Verdict::queued;
  }
  // A frame that has begun has to be finished.
  const auto first = frames_.begin() + (written_ > 0 ? 1 : 0);
  const auto kept = std::remove_if(first, frames_.end(),
                                   [](const Waiting& waiting) { return waiting.is_presence; });
  if (kept == frames_.end()) return Verdict::full;
  frames_.erase(kept, frames_.end());
  return Verdict::dropped_presence;
}

void Outbox::wrote(std::size_t count) {
  written_ += count;
  if (written_ < frames_.front().bytes->size()) return;
  written_ = 0;
  frames_.erase(frames_.begin());
  if (frames_.empty()) std::vector<Waiting>().swap(frames_);  // `= {}` would keep the memory.
}

}  // namespace parley::realtime
