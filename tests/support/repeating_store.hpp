// A store that runs every change twice, as engines may.
#pragma once

#include <atomic>
#include <functional>

#include "core/store.hpp"

namespace parley::test_support {

/// Each work runs once and is undone, and then once more for good: what it leaves outside of the
/// Transaction must be that of its last run.
class RepeatingStore final : public core::Store {
 public:
  explicit RepeatingStore(core::Store& store) : store_(store) {}

  /// Called before each change. What it throws or the error it returns comes instead of the change.
  std::function<Status()> before_write = [] { return Status{}; };

  /// Units of work that were asked for so far, reads and changes.
  [[nodiscard]] int runs() const { return runs_; }

 protected:
  Task<Status> run_write(core::Work& work) override {
    ++runs_;
    if (Status ready = before_write(); !ready) co_return ready;
    static_cast<void>(co_await store_.write([&](core::Transaction& transaction) -> Status {
      work.run(transaction);
      return make_error(ErrorCode::kErrException);  // Undoes it.
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
