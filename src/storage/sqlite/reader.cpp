#include "storage/sqlite/reader.hpp"

#include <sqlite3.h>

#include <utility>

#include "base/log.hpp"
#include "base/start_threads.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/keep_running.hpp"

namespace parley::storage::sqlite {
namespace {

/// A read transaction: all statements of a unit of work, and the user index, see the same state.
class Snapshot {
 public:
  Snapshot(StoreConnection& connection, UserIndex* index)
      : connection_(connection), database_(connection.database()) {
    if (index != nullptr) reading_.emplace(*index);
    if (database_.in_transaction()) database_.run("ROLLBACK");  // The previous ROLLBACK failed.
    database_.run("BEGIN");
    if (reading_) connection_.index().reading = &*reading_;
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    connection_.index().reading = nullptr;
    try {
      if (database_.in_transaction()) database_.run("ROLLBACK");
    } catch (const std::exception& error) {
      log::write_sparsely(log::Level::error, "store.rollback_failed", error.what());
    }
  }

 private:
  StoreConnection& connection_;
  Database& database_;
  std::optional<UserIndex::Reading> reading_;
};

}  // namespace

Readers::Readers(std::vector<std::unique_ptr<StoreConnection>> connections, UserIndex& index,
                 Loss& loss, StoreCounters& statistics, ReaderOptions options)
    : connections_(std::move(connections)),
      index_(index),
      loss_(loss),
      statistics_(statistics),
      options_(options) {
  start_threads(
      threads_, connections_.size(), [this](std::size_t i) { run_until_closed(*connections_[i]); },
      [this] { queue_.close(); });
}

Readers::~Readers() {
  queue_.close();
  join_all(threads_);
}

Task<Status> Readers::run(core::UnitOfWork& work) {
  if (queue_.size() >= options_.most_waiting)
    co_return engine_failure("too many reads are waiting");
  co_return co_await queue_.run(work);
}

void Readers::run_until_closed(StoreConnection& connection) {
  name_this_thread("reader");
  keep_running("store.reader_failed", [&] { return run_next(connection); });
}

/// Returns false if the queue is closed and empty.
bool Readers::run_next(StoreConnection& connection) {
  auto batch = queue_.take(1);
  if (batch.empty()) return false;
  auto& pending = *batch.begin();
  try {
    pending.settle(nullptr, run_one(connection, pending.work()));
  } catch (...) {
    pending.settle(std::current_exception(), {});
  }
  statistics_.reads += 1;
  return true;
}

Status Readers::run_one(StoreConnection& connection, core::UnitOfWork& work) {
  try {
    try {
      run_in_snapshot(connection, work);
    } catch (const EngineError& error) {
      if (!error.looks_damaged()) throw;
      connection.database().forget_pages();
      run_in_snapshot(connection, work);
    }
    return {};
  } catch (const EngineError& error) {
    statistics_.failures += 1;
    if (error.code() == SQLITE_INTERRUPT) {
      log::write_sparsely(log::Level::warn, "store.read_cut_off", "it took too long",
                          {{"afterMs", std::int64_t{options_.time_limit.count()}}});
      return read_too_slow();
    }
    auto failure = logged_failure("store.read_failed", error.what());
    if (error.looks_damaged()) {
      loss_.record(Loss::kDamaged);
      failure->retry_after = 0;
    }
    return failure;
  }
}

void Readers::run_in_snapshot(StoreConnection& connection, core::UnitOfWork& work) {
  connection.database().set_deadline(options_.time_limit);
  const Snapshot snapshot(connection, options_.use_index ? &index_ : nullptr);
  work.run(connection);
}

}  // namespace parley::storage::sqlite
