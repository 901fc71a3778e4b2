// The writer: the only thread that changes the store. It commits units of work in batches.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "core/event/bus.hpp"
#include "storage/sqlite/checkpointer.hpp"
#include "storage/sqlite/loss.hpp"
#include "storage/sqlite/store_connection.hpp"
#include "storage/sqlite/store_file.hpp"
#include "storage/sqlite/store_mark.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

/// Runs units of work in FIFO order. Units that wait while a commit is in progress form the next
/// batch, which is committed at once: many units share one wait for the disk. Their callers get the
/// results after the commit, so no caller sees a result that could still be lost. The changes are
/// then published to the user index, before the next batch.
///
///     queue -> batch: BEGIN - unit, unit, ... - COMMIT -> events -> results -> publish
///                                                      -> checkpoint, mark
///
/// A unit that fails must not change anything. The others should not pay for that with a savepoint
/// each, so a batch runs without savepoints first. Only if a unit fails after it changed something,
/// the batch is rolled back and all its units run again, each in its own savepoint. So a unit may
/// run twice, or more often if a read error makes the file look damaged, which is retried once.
///
/// Once a Loss is recorded, all units fail, because their changes could be lost. The writer records
/// one if a file of the store is deleted, replaced, truncated or damaged.
class Writer {
 public:
  /// Delivers the events of commits on `bus`, unless it is null.
  Writer(std::unique_ptr<StoreConnection> connection, UserIndex& index, core::EventBus* bus,
         Loss& loss, StoreCounters& statistics);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Finishes the queued units of work.
  ~Writer();

  /// Runs `work` on the writer thread and waits until it is committed or rolled back. Returns an
  /// Error if the engine failed. Rethrows what the work threw.
  Task<Status> run(core::UnitOfWork& work) { return queue_.run(work); }

  /// Checks the files of the store. If units fail because of a Loss, returns it; otherwise nullptr.
  /// Thread-safe.
  [[nodiscard]] const char* find_loss();

  /// Whether the last attempt to change something failed. Thread-safe.
  [[nodiscard]] bool is_failing() const { return is_failing_; }

  /// See Checkpointer::is_log_overlong(). Thread-safe.
  [[nodiscard]] bool is_log_overlong() const { return checkpointer_.is_log_overlong(); }

  [[nodiscard]] std::size_t queue_size() const { return queue_.size(); }

 private:
  /// The changes of a commit for the user index, and the list version that it led to.
  struct ListChanges {
    std::int64_t version = 0;
    UserChanges changes;
  };

  struct Outcome {
    bool succeeded = false;
    std::exception_ptr bug;
    Status status;
  };

  void run_until_closed();
  [[nodiscard]] bool run_next_batch();
  void run_batch(Batch& batch);
  [[nodiscard]] bool try_batch(Batch& batch);
  void commit_batch(Batch& batch);
  [[nodiscard]] std::optional<std::vector<Outcome>> run_together(Batch& batch);
  [[nodiscard]] std::vector<Outcome> run_apart(Batch& batch);
  [[nodiscard]] Outcome run_one(core::UnitOfWork& work);
  [[nodiscard]] ListChanges take_list_changes();
  [[nodiscard]] const char* find_loss_after_commit();
  [[nodiscard]] std::uint64_t changes_so_far() const;  ///< Includes those rolled back.
  void deliver_events() noexcept;
  void fail_batch(Batch& batch, std::string_view event, std::string_view reason) noexcept;

  StoreFileWatch files_;  ///< Declared first: it must be destroyed after the connection.
  std::unique_ptr<StoreConnection> connection_;
  Database& database_;
  Checkpointer checkpointer_;
  StoreMark mark_;
  bool is_second_try_ = false;  ///< Of a batch that failed because the file looked damaged.
  std::atomic<bool> is_failing_ = false;
  UserIndex& index_;
  core::EventBus* const bus_;
  Loss& loss_;
  std::vector<core::Event> events_;  ///< Of the last batch. Kept for its memory.
  ListChanges committed_;            ///< By the last batch, not published yet.
  StoreCounters& statistics_;
  WorkQueue queue_;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
