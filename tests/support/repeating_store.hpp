// A store that runs every write twice, as engines are allowed to.
#pragma once

#include <atomic>
#include <functional>
#include <new>

#include "support/wrapped_store.hpp"

namespace parley::test_support {

/// Each write runs once and is rolled back, and then runs again and is committed. This finds units
/// of work with side effects outside of the Transaction that do not come from the last run only.
class RepeatingStore final : public WrappedStore {
 public:
  using WrappedStore::WrappedStore;

  /// Called before each write. If it throws or returns an error, the write fails with that instead.
  std::function<Status()> before_write = [] { return Status{}; };

  /// Called before each read. If it throws, the read does.
  std::function<void()> before_read = [] {};

  /// While this is set, each read throws std::bad_alloc.
  std::atomic<bool> reads_throw = false;

  /// The number of reads and writes so far. A write counts once.
  [[nodiscard]] int runs() const { return runs_; }

 protected:
  Task<Status> run_write(core::UnitOfWork& work) override {
    ++runs_;
    if (Status ready = before_write(); !ready) co_return ready;
    static_cast<void>(co_await write_real([&](core::Transaction& transaction) {
      work.run(transaction);
      return false;
    }));
    co_return co_await WrappedStore::run_write(work);
  }

  Task<Status> run_read(core::UnitOfWork& work, core::ReadKind kind) override {
    ++runs_;
    if (reads_throw) throw std::bad_alloc();
    before_read();
    return WrappedStore::run_read(work, kind);
  }

 private:
  std::atomic<int> runs_ = 0;
};

}  // namespace parley::test_support
