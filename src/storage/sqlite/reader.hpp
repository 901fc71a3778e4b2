// Reader threads, each with its own connection, for units of work that change nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "storage/sqlite/loss.hpp"
#include "storage/sqlite/store_connection.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

struct ReaderOptions {
  /// Whether units of work may use the user index. The writer waits for those that do.
  bool use_index = false;
  /// Longer units of work are aborted, because their snapshots keep the log from being reset.
  std::chrono::milliseconds time_limit{2'000};
  /// If this many units of work are waiting for a thread, more are refused.
  std::size_t most_waiting = std::numeric_limits<std::size_t>::max();
};

/// Each unit of work runs in a snapshot: the last committed state when it starts. It may run twice:
/// if the file looks damaged, which a single failed read can cause, it is retried once with an
/// empty page cache. If it looks damaged again, a Loss is recorded.
class Readers {
 public:
  Readers(std::vector<std::unique_ptr<StoreConnection>> connections, UserIndex& index, Loss& loss,
          StoreCounters& statistics, ReaderOptions options);
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Finishes the queued units of work.
  ~Readers();

  /// Runs `work` on one of the threads. Returns an Error if the engine failed, too many units of
  /// work are waiting, or the work took too long. Rethrows what the work threw.
  Task<Status> run(core::UnitOfWork& work);

 private:
  void run_until_closed(StoreConnection& connection);
  [[nodiscard]] Status run_one(StoreConnection& connection, core::UnitOfWork& work);
  void run_in_snapshot(StoreConnection& connection, core::UnitOfWork& work);
  [[nodiscard]] bool run_next(StoreConnection& connection);

  std::vector<std::unique_ptr<StoreConnection>> connections_;
  UserIndex& index_;
  Loss& loss_;
  StoreCounters& statistics_;
  const ReaderOptions options_;
  WorkQueue queue_;
  std::vector<std::thread> threads_;
};

}  // namespace parley::storage::sqlite
