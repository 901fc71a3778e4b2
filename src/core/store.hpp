// The domain's storage interface: units of work in a Transaction with the stores of all nouns.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/administrator/store.hpp"
#include "core/apikey/store.hpp"
#include "core/app/store.hpp"
#include "core/audit/store.hpp"
#include "core/event/store.hpp"
#include "core/failure/store.hpp"
#include "core/presence/store.hpp"
#include "core/read_kind.hpp"
#include "core/relation/store.hpp"
#include "core/role/store.hpp"
#include "core/session/store.hpp"
#include "core/statistics/store.hpp"
#include "core/user/store.hpp"

namespace parley::core {

/// The stores of all nouns at one point in time. Use it only on the thread that runs the unit of
/// work. If the engine fails (disk full, I/O error), methods of the stores throw, and Store turns
/// that into ERR_SERVICE_UNAVAILABLE for this unit of work. So the contracts of the stores do not
/// mention it.
class Transaction {
 public:
  virtual ~Transaction() = default;

  [[nodiscard]] virtual AppStore& apps() = 0;
  [[nodiscard]] virtual ApiKeyStore& api_keys() = 0;
  [[nodiscard]] virtual RoleStore& roles() = 0;
  [[nodiscard]] virtual UserStore& users() = 0;
  [[nodiscard]] virtual SessionStore& sessions() = 0;
  [[nodiscard]] virtual RelationStore& relations() = 0;
  [[nodiscard]] virtual PresenceStore& presence() = 0;
  [[nodiscard]] virtual StatisticsStore& statistics() = 0;
  [[nodiscard]] virtual FailureStore& failures() = 0;
  [[nodiscard]] virtual AuditStore& audit() = 0;
  [[nodiscard]] virtual AdministratorStore& administrators() = 0;
  [[nodiscard]] virtual EventStore& events() = 0;
};

/// A unit of work as engines see it. It lives in the frame of the coroutine that awaits it.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  /// Runs on a thread of the engine. If it returns false, the engine rolls back what it changed. It
  /// may be run again after a rollback.
  virtual bool run(Transaction& transaction) = 0;
};

/// What a store has done since it was opened, and how it is now.
struct StoreMetrics {
  std::uint64_t writes = 0;          ///< Units of work in committed batches.
  std::uint64_t commits = 0;         ///< Committed batches.
  std::uint64_t failures = 0;        ///< Units of work that failed because the engine did.
  std::uint64_t reads = 0;           ///< Units of work that only read.
  std::uint64_t digest_lookups = 0;  ///< Lookups of API keys and auth tokens.
  std::uint64_t logins = 0;
  std::size_t waiting_writes = 0;  ///< Units of work that wait for the writer now.
};

/// A storage engine.
class Store {
 public:
  virtual ~Store() = default;

  /// Checks that the store can be read and written. Error: ERR_SERVICE_UNAVAILABLE; its `internal`
  /// tells the operator why.
  virtual Task<Status> health() = 0;

  /// Thread-safe.
  [[nodiscard]] virtual StoreMetrics metrics() const = 0;

  /// Runs `work(Transaction&) -> Result<T>` as one atomic change. Returns its result once the
  /// change is durable (it survives SIGKILL and power loss) and the EventBus of this process has
  /// delivered its events. If `work` returns an Error or throws,
  /// the change is rolled back. A StaleActor that it throws is returned as its error(); other
  /// exceptions reach the caller. If the engine fails, returns ERR_SERVICE_UNAVAILABLE, and nothing
  /// is changed.
  ///
  /// Units of work have effects as if they ran one after the other (serializable), in an order that
  /// the engine chooses. A call that begins after another has returned sees its effects. An engine
  /// may roll back a unit of work and run it again, so anything that it writes outside the
  /// Transaction must come from its last run.
  template <std::invocable<Transaction&> F>
  auto write(F work) -> Task<std::invoke_result_t<F, Transaction&>> {
    return await_write<true>(std::move(work));
  }

  /// As write(), but always rolls back: returns what write() would return now.
  template <std::invocable<Transaction&> F>
  auto rehearse(F work) -> Task<std::invoke_result_t<F, Transaction&>> {
    return await_write<false>(std::move(work));
  }

  /// Runs `work(Transaction&) -> Result<T>`, which must not change anything, and returns its
  /// result. It sees one state of the store, with all changes committed before the call. Use it for
  /// lookups by key: methods that take a permit need read_list() or walk(). An engine may run the
  /// unit of work again after a failure.
  template <std::invocable<Transaction&> F>
  auto read(F work) -> Task<std::invoke_result_t<F, Transaction&>> {
    return await_read<ReadKind::lookup>(std::move(work));
  }

  /// The same for `work(Transaction&, ListPermit)`, which lists users once and looks up what
  /// belongs to them.
  template <std::invocable<Transaction&, ListPermit> F>
  auto read_list(F work) -> Task<std::invoke_result_t<F, Transaction&, ListPermit>> {
    return await_read<ReadKind::list, F, ListPermit>(std::move(work));
  }

  /// The same for `work(Transaction&, WalkPermit)`, whose time grows with the data. It delays
  /// neither writes nor other kinds of reads. Further errors: ERR_SERVICE_UNAVAILABLE if too many
  /// walks are waiting, and its variant for slow reads if this one takes too long.
  template <std::invocable<Transaction&, WalkPermit> F>
  auto walk(F work) -> Task<std::invoke_result_t<F, Transaction&, WalkPermit>> {
    return await_read<ReadKind::walk, F, WalkPermit>(std::move(work));
  }

 protected:
  /// Runs the unit of work on another thread, and resumes on the caller's executor when its effects
  /// are durable (or rolled back). Returns an Error if the engine failed.
  virtual Task<Status> run_write(UnitOfWork& work) = 0;
  virtual Task<Status> run_read(UnitOfWork& work, ReadKind kind) = 0;

  /// For stores that wrap another one.
  [[nodiscard]] static Task<Status> forward_read(Store& to, UnitOfWork& work, ReadKind kind) {
    return to.run_read(work, kind);
  }

 private:
  template <bool kKept, class F, class... Permit>
  class FunctionUnit final : public UnitOfWork {
   public:
    explicit FunctionUnit(F work) : work_(std::move(work)) {}

    bool run(Transaction& transaction) override {
      try {
        result_.emplace(work_(transaction, Permit()...));
      } catch (const StaleActor& stale) {
        result_.emplace(stale.error());
      }
      return kKept && result_->has_value();
    }

    auto take_result() { return std::move(*result_); }

   private:
    F work_;
    std::optional<std::invoke_result_t<F, Transaction&, Permit...>> result_;
  };

  template <bool kKept, class F>
  auto await_write(F work) -> Task<std::invoke_result_t<F, Transaction&>> {
    FunctionUnit<kKept, F> waiting(std::move(work));
    if (Status done = co_await run_write(waiting); !done) co_return done.error();
    co_return waiting.take_result();
  }

  template <ReadKind kind, class F, class... Permit>
  auto await_read(F work) -> Task<std::invoke_result_t<F, Transaction&, Permit...>> {
    FunctionUnit<true, F, Permit...> waiting(std::move(work));
    if (Status done = co_await run_read(waiting, kind); !done) co_return done.error();
    co_return waiting.take_result();
  }
};

}  // namespace parley::core
