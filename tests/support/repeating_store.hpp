// A store that runs every write twice, as engines are allowed to.
#pragma once

#include <atomic>
#include <functional>

#include "core/store.hpp"

namespace parley::test_support {

/// Each write runs once and is rolled back, and then runs again and is committed. This finds units
/// of work with side effects outside of the Transaction that do not come from the last run only.
class RepeatingStore final : public core::Store {
 public:
  explicit RepeatingStore(core::Store& store) : store_(store) {}

  /// Called before each write. If it throws or returns an error, the write fails with that instead.
  std::function<Status()> before_write = [] { return Status{}; };

  /// The number of reads and writes so far. A write counts once.
  [[nodiscard]] int runs() const { return runs_; }

 protected:
  Task<Status> run_write(core::Work& work) override {
    ++runs_;
    if (Status ready = before_write(); !ready) co_return ready;
    static_cast<void>(co_await store_.write([&](core::Transaction& transaction) -> Status {
      work.run(transaction);
      return make_error(ErrorCode::kErrException);  // Rolls it back.
    }));
    co_return co_await forward(work);
  }

  Task<Status> run_read(core::Work& work, core::ReadKind kind) override {
    ++runs_;
    return forward_read(store_, work, kind);
  }

 private:
  Task<Status> forward(core::Work& work) {
    bool wanted = true;
    const auto status = co_await store_.write([&](core::Transaction& transaction) -> Status {
      wanted = work.run(transaction);
      if (!wanted) return make_error(ErrorCode::kErrException);
      return {};
    });
    co_return wanted ? status : Status{};
  }

  core::Store& store_;
  std::atomic<int> runs_ = 0;
};

}  // namespace parley::test_support
