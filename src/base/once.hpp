// A flag for what must happen only once.
#pragma once

#include <atomic>

namespace parley {

/// Safe from any thread; costs one load once it has happened.
class Once {
 public:
  /// True for the first call only.
  [[nodiscard]] bool is_first() noexcept { return !is_done() && !done_.exchange(true); }

  [[nodiscard]] bool is_done() const noexcept { return done_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> done_ = false;
};

}  // namespace parley
