// Notes that are collected in memory and stored a little later.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace parley::core {

/// Collects notes, which one coroutine at a time stores in batches. Notes that the store could not
/// take stay here for the next attempt. Safe from any thread.
template <class Note>
class Unwritten {
 public:
  /// Of notes that could not be written, the newest `most_kept` are kept.
  explicit Unwritten(std::size_t most_kept) : most_kept_(most_kept) {}

  void add(Note note) {
    const std::lock_guard lock(mutex_);
    notes_.push_back(std::move(note));
  }

  /// All notes, taken to be stored. The destructor puts back those that no written batch contained.
  class Taken {
   public:
    explicit Taken(Unwritten& owner) : owner_(owner) {
      const std::lock_guard lock(owner.mutex_);
      notes_.swap(owner.notes_);
    }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
      notes_.erase(notes_.begin(), notes_.begin() + static_cast<std::ptrdiff_t>(written_));
      owner_.put_back(std::move(notes_));
    }

    [[nodiscard]] std::vector<Note>& all() { return notes_; }
    [[nodiscard]] bool empty() const { return written_ == notes_.size(); }

    /// The next notes to be stored, at most `most`. They count as written: if storing them throws,
    /// they are lost, because they would throw again.
    [[nodiscard]] std::span<const Note> next(std::size_t most) {
      last_ = std::min(most, notes_.size() - written_);
      written_ += last_;
      return std::span<const Note>(notes_).subspan(written_ - last_, last_);
    }

    /// Call it if the store could not take the last batch, which then counts as not written.
    void not_written() { written_ -= std::exchange(last_, 0); }

   private:
    Unwritten& owner_;
    std::vector<Note> notes_;
    std::size_t written_ = 0;
    std::size_t last_ = 0;  ///< Notes in the last batch.
  };

 private:
  /// `older`: notes from before those that were added since.
  void put_back(std::vector<Note> older) noexcept {
    if (older.empty()) return;
    const std::lock_guard lock(mutex_);
    const auto total = older.size() + notes_.size();
    const auto excess = std::min(older.size(), total - std::min(total, most_kept_));
    older.erase(older.begin(), older.begin() + static_cast<std::ptrdiff_t>(excess));
    try {
      older.insert(older.end(), std::make_move_iterator(notes_.begin()),
                   std::make_move_iterator(notes_.end()));
      notes_.swap(older);
    } catch (const std::bad_alloc&) {
      // The newer notes stay where they are, and the older ones are lost.
    }
  }

  const std::size_t most_kept_;
  std::mutex mutex_;
  std::vector<Note> notes_;
};

}  // namespace parley::core
