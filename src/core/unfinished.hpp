// Remembers that work is left, even if the attempt to do it throws.
#pragma once

#include <atomic>

namespace parley::core {

/// An attempt to do the work that `has_work` announces. Clears the flag, which others may set again
/// meanwhile, and sets it in the destructor unless finish() was called.
class Unfinished {
 public:
  explicit Unfinished(std::atomic<bool>& has_work)
      : has_work_(has_work), had_work_(has_work.exchange(false)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (had_work_) has_work_ = true;
  }

  [[nodiscard]] bool had_work() const { return had_work_; }

  void finish() { had_work_ = false; }

 private:
  std::atomic<bool>& has_work_;
  bool had_work_;
};

}  // namespace parley::core
