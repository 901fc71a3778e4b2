// The one thread that changes the store, many units of work in one commit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "storage/sqlite/checkpointer.hpp"
#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// Runs units of work in FIFO order. Those that wait while a commit is under way share the next
/// one, and are answered after it. So the disk is waited for once for many, and nobody is told of a
/// change that could be lost. Then the commit is published to the index of users, before the next
/// one. When a unit fails after it changed something, the whole batch is undone and run again, each
/// unit in a savepoint of its own, so that only that one is undone.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, UserIndex& index, Statistics& statistics);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Finishes the works that are queued.
  ~Writer();

  /// An Error when the engine failed; rethrows what the work threw.
  Task<Status> run(core::Work& work) { return queue_.run(work); }

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
  [[nodiscard]] std::optional<std::vector<Outcome>> run_together(const Batch& batch);
  [[nodiscard]] std::vector<Outcome> run_apart(const Batch& batch);
  [[nodiscard]] Outcome run_one(core::Work& work);
  [[nodiscard]] ListChanges take_list_changes();
  [[nodiscard]] std::uint64_t changes_so_far() const;  ///< Undone or not.

  std::unique_ptr<Connection> connection_;
  Database& database_;
  Checkpointer checkpointer_;
  UserIndex& index_;
  ListChanges committed_;  ///< By the last batch.
  Statistics& statistics_;
  WorkQueue queue_;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
