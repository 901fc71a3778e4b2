// State in memory that belongs to the open transaction of a connection, and that SQLite cannot roll
// back.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace parley::storage::sqlite {

class Uncommitted;
using AllUncommitted = std::vector<Uncommitted*>;

/// Registers itself with its connection, which calls all of them when a unit of work begins and
/// when something is rolled back.
class Uncommitted {
 public:
  /// `all`: of the connection; it must outlive this object.
  explicit Uncommitted(AllUncommitted& all) { all.push_back(this); }
  Uncommitted(const Uncommitted&) = delete;
  Uncommitted& operator=(const Uncommitted&) = delete;
  virtual ~Uncommitted() = default;

  /// A savepoint was set for a unit of work.
  virtual void set_savepoint() = 0;
  /// SQLite rolled back to the savepoint that was set last.
  virtual void undo_to_savepoint() noexcept = 0;
  /// SQLite rolled back the whole transaction.
  virtual void undo_all() noexcept = 0;
};

/// A list of what the transaction has done so far.
template <class T>
class UncommittedList final : public Uncommitted {
 public:
  using Uncommitted::Uncommitted;

  void push_back(T value) { values_.push_back(std::move(value)); }
  [[nodiscard]] bool empty() const { return values_.empty(); }

  /// Moves the list into `taken`, whose memory is used for the next one. Call it when the
  /// transaction is about to be committed, or is committed.
  void take(std::vector<T>& taken) {
    taken.clear();
    values_.swap(taken);
  }

  void set_savepoint() override { savepoint_ = values_.size(); }
  void undo_to_savepoint() noexcept override {
    values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(savepoint_), values_.end());
  }
  void undo_all() noexcept override { values_.clear(); }

 private:
  std::vector<T> values_;
  std::size_t savepoint_ = 0;
};

}  // namespace parley::storage::sqlite
