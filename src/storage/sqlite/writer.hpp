// The one thread that changes the store, many units of work in one commit.
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

#include "storage/sqlite/checkpointer.hpp"
#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/store_file.hpp"
#include "storage/sqlite/store_mark.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// Runs units of work in FIFO order. Those that wait while a commit is under way share the next
/// one, and are answered after it. So the disk is waited for once for many, and nobody is told of a
/// change that could be lost. Then the commit is published to the index of users, before the next
/// one. When a unit fails after it changed something, the whole batch is undone and run again, each
/// unit in a savepoint of its own, so that only that one is undone.
///
/// When a file of the store was deleted, replaced or cut short, nothing is acknowledged any more:
/// what is written would be lost.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, UserIndex& index, Statistics& statistics);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Finishes what is queued.
  ~Writer();

  /// An Error when the engine failed; rethrows what the work threw.
  Task<Status> run(core::Work& work) { return queue_.run(work); }

  /// What happened to the files of the store, if nothing is acknowledged because of it: a static
  /// text; else nullptr. Looks at them. Any thread.
  [[nodiscard]] const char* find_loss();

  /// Whether the last attempt to change something failed. Any thread.
  [[nodiscard]] bool is_failing() const { return is_failing_; }

  /// See Checkpointer. Any thread.
  [[nodiscard]] bool is_log_overlong() const { return checkpointer_.is_log_overlong(); }

  [[nodiscard]] std::size_t queue_size() const { return queue_.size(); }

 private:
  /// What a commit changed in lists of users, and the version that it led to.
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
  [[nodiscard]] Outcome run_one(core::Work& work);
  [[nodiscard]] ListChanges take_list_changes();
  [[nodiscard]] const char* find_loss_after_commit();
  [[nodiscard]] std::uint64_t changes_so_far() const;  ///< Undone or not.
  void fail_batch(Batch& batch, std::string_view event, std::string_view reason) noexcept;

  StoreFileWatch files_;  ///< Ends after the connection, as it must.
  std::atomic<const char*> loss_ = nullptr;
  std::unique_ptr<Connection> connection_;
  Database& database_;
  Checkpointer checkpointer_;
  StoreMark mark_;
  bool is_second_try_ = false;  ///< Of a batch that met what looked like damage.
  std::atomic<bool> is_failing_ = false;
  UserIndex& index_;
  ListChanges committed_;  ///< By the last batch.
  Statistics& statistics_;
  WorkQueue queue_;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
