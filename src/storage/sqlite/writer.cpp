#include "storage/sqlite/writer.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "base/log.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

/// Bounds how long the first work of a batch waits for the others.
constexpr std::size_t kMaxBatch = 256;

constexpr const char* kFilesLost =
    "the database or its log was deleted or replaced while the server runs; nothing is written "
    "until it is restarted";

/// Whether a unit of work was committed, and none met a failure of the engine.
bool has_written(const auto& outcomes) {
  return std::ranges::any_of(outcomes, [](const auto& outcome) { return outcome.succeeded; }) &&
         std::ranges::all_of(outcomes,
                             [](const auto& outcome) { return outcome.status.has_value(); });
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, UserIndex& index, Statistics& statistics)
    : connection_(std::move(connection)),
      database_(connection_->database()),
      checkpointer_(database_),
      files_(sqlite3_db_filename(database_.handle(), "main")),
      index_(index),
      statistics_(statistics),
      thread_([this] { run_until_closed(); }) {}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

void Writer::run_until_closed() {
  name_this_thread("writer");
  for (auto batch = queue_.take(kMaxBatch); !batch.empty(); batch = queue_.take(kMaxBatch)) {
    auto outcomes = run_batch(batch);
    std::vector<CompletedWork> completed;
    completed.reserve(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      completed.push_back(
          {std::move(batch[i]), std::move(outcomes[i].bug), std::move(outcomes[i].status)});
    }
    complete(std::move(completed));
    auto [version, changes] = std::exchange(committed_, {});
    if (!changes.empty()) index_.publish(version, std::move(changes));
    checkpointer_.between_commits();
  }
}

std::vector<Writer::Outcome> Writer::run_batch(
    const std::vector<std::unique_ptr<PendingWork>>& batch) {
  if (are_files_lost_) return failures(batch.size(), kFilesLost);
  try {
    is_second_try_ = false;
    return commit_batch(batch);
  } catch (const EngineError& error) {
    if (!error.looks_damaged()) return undo_batch(batch.size(), error.what());
  } catch (const std::exception& error) {
    return undo_batch(batch.size(), error.what());
  }
  try {
    roll_back();
    database_.forget_pages();
    is_second_try_ = true;
    return commit_batch(batch);
  } catch (const std::exception& error) {
    return undo_batch(batch.size(), error.what());
  }
}

std::vector<Writer::Outcome> Writer::commit_batch(
    const std::vector<std::unique_ptr<PendingWork>>& batch) {
  const auto changes_before = changes_so_far();
  database_.run("BEGIN IMMEDIATE");
  auto outcomes = run_together(batch);
  if (!outcomes) {
    database_.run("ROLLBACK");
    connection_->undo_to({});
    database_.run("BEGIN IMMEDIATE");
    outcomes = run_apart(batch);
  }
  auto changes = take_list_changes();
  connection_->counts().write_counts();
  database_.run("COMMIT");
  committed_ = std::move(changes);
  if (!check_files()) return failures(batch.size(), kFilesLost);
  if (changes_so_far() != changes_before && has_written(*outcomes)) is_failing_ = false;
  statistics_.commits += 1;
  statistics_.writes += batch.size();
  return *std::move(outcomes);
}

/// Nothing when a work failed that had changed something, so that all are to be undone.
std::optional<std::vector<Writer::Outcome>> Writer::run_together(
    const std::vector<std::unique_ptr<PendingWork>>& batch) {
  std::vector<Outcome> outcomes;
  for (const auto& pending : batch) {
    const auto changes_before = changes_so_far();
    outcomes.push_back(run_one(pending->work()));
    if (!outcomes.back().succeeded && changes_so_far() != changes_before) return {};
  }
  return outcomes;
}

/// Each in a savepoint: what SQLite keeps for it costs a fifth of a login.
std::vector<Writer::Outcome> Writer::run_apart(
    const std::vector<std::unique_ptr<PendingWork>>& batch) {
  std::vector<Outcome> outcomes;
  for (const auto& pending : batch) {
    auto before = connection_->mark();
    database_.run("SAVEPOINT work");
    outcomes.push_back(run_one(pending->work()));
    if (!outcomes.back().succeeded) {
      connection_->undo_to(std::move(before));
      database_.run("ROLLBACK TO work");
    }
    database_.run("RELEASE work");
  }
  return outcomes;
}

/// Throws when the failure ended the transaction, and with it the whole batch; and when the batch
/// is to be tried again.
Writer::Outcome Writer::run_one(core::Work& work) {
  Outcome outcome;
  try {
    outcome.succeeded = work.run(*connection_);
  } catch (const EngineError& error) {
    if (!database_.in_transaction() || (error.looks_damaged() && !is_second_try_)) throw;
    outcome.status = engine_failure(error.what());
    statistics_.failures += 1;
    is_failing_ = true;
  } catch (...) {
    outcome.bug = std::current_exception();
  }
  return outcome;
}

std::uint64_t Writer::changes_so_far() const {
  return static_cast<std::uint64_t>(database_.total_changes()) + connection_->counts().total();
}

Writer::ListChanges Writer::take_list_changes() {
  ListChanges taken{0, std::exchange(connection_->index().changes, {})};
  if (taken.changes.empty()) return taken;
  database_.run(sql::kRaiseListVersion);
  taken.version = database_.number(sql::kListVersion);
  return taken;
}

std::vector<Writer::Outcome> Writer::undo_batch(std::size_t works, const std::string& reason) {
  log::error("store.commit_failed",
             {{"reason", reason}, {"works", static_cast<std::int64_t>(works)}});
  roll_back();
  return failures(works, reason);
}

void Writer::roll_back() {
  connection_->undo_to({});
  if (!database_.in_transaction()) return;
  try {
    database_.run("ROLLBACK");
  } catch (const std::exception& error) {
    log::error("store.rollback_failed", {{"reason", std::string_view(error.what())}});
  }
}

std::vector<Writer::Outcome> Writer::failures(std::size_t works, const std::string& reason) {
  is_failing_ = true;
  statistics_.failures += works;
  std::vector<Outcome> outcomes(works);
  for (Outcome& outcome : outcomes) outcome.status = engine_failure(reason);
  return outcomes;
}

/// Whether what was committed is in the files that the next start will open.
bool Writer::check_files() {
  if (files_.are_in_place()) return true;
  are_files_lost_ = true;
  log::error("store.files_lost", {{"reason", std::string_view(kFilesLost)}});
  return false;
}

}  // namespace parley::storage::sqlite
