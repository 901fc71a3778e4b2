// The one thread that changes the store, many units of work in one commit.
#pragma once

#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// Runs works in the order of their coming. Those that wait while a commit is under way share the
/// next one, each in a savepoint of its own, and are answered after it. So the disk is waited for
/// once for many, and nobody is told of a change that could be lost.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, Statistics& statistics);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Finishes the works that are queued.
  ~Writer();

  /// An Error when the engine failed; rethrows what the work threw.
  Task<Status> run(core::Work& work) { return queue_.run(work); }

  [[nodiscard]] std::size_t queue_size() const { return queue_.size(); }

 private:
  struct Outcome {
    std::exception_ptr bug;
    Status status;
  };

  void run_until_closed();
  void optimize();
  [[nodiscard]] std::vector<Outcome> run_batch(
      const std::vector<std::unique_ptr<PendingWork>>& batch);
  [[nodiscard]] Outcome run_one(core::Work& work);
  [[nodiscard]] std::vector<Outcome> undo_batch(std::size_t works, const std::string& reason);

  std::unique_ptr<Connection> connection_;
  Database& database_;
  Statistics& statistics_;
  WorkQueue queue_;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
