// Threads with connections of their own for units of work that change nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

struct ReaderOptions {
  /// Whether units of work find the index of users. While one is in it, the writer waits.
  bool use_index = false;
  /// After this a unit of work is cut off: its snapshot keeps the log from being cut back.
  std::chrono::milliseconds time_limit{2'000};
  /// Units of work beyond these are refused while all threads are busy.
  std::size_t most_waiting = std::numeric_limits<std::size_t>::max();
};

/// Each unit of work sees one state of the store: the last one committed when it starts. It may run
/// twice: when the engine finds the file damaged, which a single failed read can look like, the
/// work is tried once more without what is cached.
class Readers {
 public:
  Readers(std::vector<std::unique_ptr<Connection>> connections, UserIndex& index,
          Statistics& statistics, ReaderOptions options);
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Finishes what is queued.
  ~Readers();

  /// An Error when the engine failed, too much is queued or the work took too long; rethrows what
  /// the work threw.
  Task<Status> run(core::Work& work);

 private:
  void run_until_closed(Connection& connection);
  [[nodiscard]] Status run_one(Connection& connection, core::Work& work);
  void run_in_snapshot(Connection& connection, core::Work& work);
  [[nodiscard]] bool run_next(Connection& connection);

  std::vector<std::unique_ptr<Connection>> connections_;
  UserIndex& index_;
  Statistics& statistics_;
  const ReaderOptions options_;
  WorkQueue queue_;
  std::vector<std::thread> threads_;
};

}  // namespace parley::storage::sqlite
