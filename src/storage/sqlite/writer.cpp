#include "storage/sqlite/writer.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "base/log.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/keep_running.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

/// Limits how long the first unit of work in a batch waits for the others.
constexpr std::size_t kMaxBatch = 256;

constexpr std::string_view kCommitFailed = "store.commit_failed";
constexpr std::string_view kFilesLost = "store.files_lost";

/// Whether at least one unit of work succeeded, and the engine failed for none of them.
bool has_written(const auto& outcomes) {
  return std::ranges::any_of(outcomes, [](const auto& outcome) { return outcome.succeeded; }) &&
         std::ranges::all_of(outcomes,
                             [](const auto& outcome) { return outcome.status.has_value(); });
}

/// The transaction of a batch. If it is not committed, the destructor rolls back all changes,
/// including those in memory, so that the next batch starts with a clean connection.
class OpenTransaction {
 public:
  explicit OpenTransaction(StoreConnection& connection)
      : connection_(connection), database_(connection.database()) {
    if (database_.in_transaction()) database_.run("ROLLBACK");  // The previous ROLLBACK failed.
    database_.run("BEGIN IMMEDIATE");
  }
  OpenTransaction(const OpenTransaction&) = delete;
  OpenTransaction& operator=(const OpenTransaction&) = delete;
  ~OpenTransaction() {
    if (is_committed_) return;
    undo_in_memory();
    try {
      if (database_.in_transaction()) database_.run("ROLLBACK");
    } catch (const std::exception& error) {
      log::write_sparsely(log::Level::error, "store.rollback_failed", error.what());
    }
  }

  void begin_again() {
    database_.run("ROLLBACK");
    undo_in_memory();
    database_.run("BEGIN IMMEDIATE");
  }

  void commit() {
    database_.run("COMMIT");
    is_committed_ = true;
  }

 private:
  void undo_in_memory() noexcept {
    for (auto* part : connection_.uncommitted()) part->undo_all();
  }

  StoreConnection& connection_;
  Database& database_;
  bool is_committed_ = false;
};

}  // namespace

Writer::Writer(std::unique_ptr<StoreConnection> connection, UserIndex& index, core::EventBus* bus,
               Loss& loss, StoreCounters& statistics)
    : files_(sqlite3_db_filename(connection->database().handle(), "main")),
      connection_(std::move(connection)),
      database_(connection_->database()),
      checkpointer_(database_),
      mark_(sqlite3_db_filename(database_.handle(), "main"), database_),
      index_(index),
      bus_(bus),
      loss_(loss),
      statistics_(statistics),
      thread_([this] { run_until_closed(); }) {}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

void Writer::run_until_closed() {
  name_this_thread("writer");
  keep_running("store.writer_failed", [this] { return run_next_batch(); });
}

/// Returns false if the queue is closed and empty.
bool Writer::run_next_batch() {
  {
    auto batch = queue_.take(kMaxBatch);
    if (batch.empty()) return false;
    run_batch(batch);
  }
  // Nothing may throw between the commit and this: an index that misses a commit is wrong.
  auto [version, changes] = std::exchange(committed_, {});
  if (!changes.empty()) index_.publish(version, std::move(changes));
  checkpointer_.between_commits();
  mark_.change_if_due();
  return true;
}

void Writer::run_batch(Batch& batch) {
  if (const char* loss = loss_.get()) return fail_batch(batch, kFilesLost, loss);
  is_second_try_ = false;
  if (try_batch(batch)) return;
  database_.forget_pages();
  is_second_try_ = true;
  static_cast<void>(try_batch(batch));
}

/// Returns false, with no unit of work settled, if the file looks damaged for the first time.
bool Writer::try_batch(Batch& batch) {
  try {
    commit_batch(batch);
  } catch (const EngineError& error) {
    if (error.looks_damaged() && !is_second_try_) return false;
    if (error.looks_damaged()) loss_.record(Loss::kDamaged);
    fail_batch(batch, kCommitFailed, error.what());
  } catch (const std::exception& error) {
    fail_batch(batch, kCommitFailed, error.what());
  }
  return true;
}

void Writer::commit_batch(Batch& batch) {
  const auto changes_before = changes_so_far();
  OpenTransaction transaction(*connection_);
  auto outcomes = run_together(batch);
  if (!outcomes) {
    transaction.begin_again();
    outcomes = run_apart(batch);
  }
  auto changes = take_list_changes();
  connection_->counts().write_counts();
  transaction.commit();
  committed_ = std::move(changes);
  deliver_events();
  if (const char* loss = find_loss_after_commit()) return fail_batch(batch, kFilesLost, loss);
  if (changes_so_far() != changes_before && has_written(*outcomes)) is_failing_ = false;
  statistics_.commits += 1;
  statistics_.writes += batch.size();
  auto outcome = outcomes->begin();
  for (auto& pending : batch) {
    pending.settle(std::move(outcome->bug), std::move(outcome->status));
    ++outcome;
  }
}

/// Runs all units of work without savepoints. Returns nullopt if one failed after it had changed
/// something: the caller must roll back all of them.
std::optional<std::vector<Writer::Outcome>> Writer::run_together(Batch& batch) {
  std::vector<Outcome> outcomes;
  for (const auto& pending : batch) {
    const auto changes_before = changes_so_far();
    outcomes.push_back(run_one(pending.work()));
    if (!outcomes.back().succeeded && changes_so_far() != changes_before) return {};
  }
  return outcomes;
}

/// Runs each unit of work in its own savepoint, and rolls back those that fail. Savepoints are
/// expensive, so this is not the default (bench/EXPERIMENTS.md, 2026-11-27).
std::vector<Writer::Outcome> Writer::run_apart(Batch& batch) {
  std::vector<Outcome> outcomes;
  for (const auto& pending : batch) {
    for (auto* part : connection_->uncommitted()) part->set_savepoint();
    database_.run("SAVEPOINT work");
    outcomes.push_back(run_one(pending.work()));
    if (!outcomes.back().succeeded) {
      for (auto* part : connection_->uncommitted()) part->undo_to_savepoint();
      database_.run("ROLLBACK TO work");
    }
    database_.run("RELEASE work");
  }
  return outcomes;
}

/// Runs a unit of work. Throws EngineError if SQLite has rolled back the transaction, and with it
/// the whole batch, or if the batch should be retried because the file looks damaged.
Writer::Outcome Writer::run_one(core::UnitOfWork& work) {
  Outcome outcome;
  try {
    outcome.succeeded = work.run(*connection_);
  } catch (const EngineError& error) {
    if (!database_.in_transaction() || (error.looks_damaged() && !is_second_try_)) throw;
    if (error.looks_damaged()) loss_.record(Loss::kDamaged);
    outcome.status = engine_failure(error.what());
    statistics_.failures += 1;
    is_failing_ = true;
  } catch (...) {
    outcome.bug = std::current_exception();
  }
  return outcome;
}

std::uint64_t Writer::changes_so_far() const {
  return static_cast<std::uint64_t>(database_.total_changes()) + connection_->counts().total() +
         connection_->own_events().total();
}

Writer::ListChanges Writer::take_list_changes() {
  ListChanges taken;
  connection_->index().changes.take(taken.changes);
  if (taken.changes.empty()) return taken;
  database_.run(sql::kRaiseListVersion);
  taken.version = database_.number(sql::kListVersion);
  return taken;
}

void Writer::deliver_events() noexcept {
  connection_->own_events().take(events_);
  for (const auto& event : events_) {
    if (bus_ != nullptr) bus_->deliver(event);
  }
}

void Writer::fail_batch(Batch& batch, std::string_view event, std::string_view reason) noexcept {
  is_failing_ = true;
  statistics_.failures += batch.size();
  batch.fail_all(event, reason);
}

const char* Writer::find_loss() {
  if (const char* found = files_.find_loss()) loss_.record(found);
  return loss_.get();
}

const char* Writer::find_loss_after_commit() {
  if (const char* found = files_.find_loss_after_commit()) loss_.record(found);
  return loss_.get();
}

}  // namespace parley::storage::sqlite
