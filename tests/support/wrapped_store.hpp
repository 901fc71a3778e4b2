// A store that passes everything on to another one, for tests that change how it behaves.
#pragma once

#include <utility>

#include "core/store.hpp"

namespace parley::test_support {

class WrappedStore : public core::Store {
 public:
  explicit WrappedStore(core::Store& real) : real_(real) {}

  Task<Status> health() override { return real_.health(); }
  [[nodiscard]] core::StoreMetrics metrics() const override { return real_.metrics(); }

 protected:
  Task<Status> run_write(core::UnitOfWork& work) override {
    return write_real([&](core::Transaction& transaction) { return work.run(transaction); });
  }

  Task<Status> run_read(core::UnitOfWork& work, core::ReadKind kind) override {
    return forward_read(real_, work, kind);
  }

  /// Runs `run(transaction) -> bool` as a unit of work of the real store, which rolls it back if
  /// the result is false.
  template <class F>
  Task<Status> write_real(F run) {
    bool kept = true;
    const auto status = co_await real_.write([&](core::Transaction& transaction) -> Status {
      kept = run(transaction);
      return kept ? Status() : make_error(ErrorCode::kErrException);
    });
    co_return kept ? status : Status{};
  }

 private:
  core::Store& real_;
};

}  // namespace parley::test_support
