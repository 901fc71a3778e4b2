// Threads with connections of their own for work that changes nothing.
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/work_queue.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// Each work sees one state of the store: the last one committed when it starts.
class Readers {
 public:
  Readers(std::vector<std::unique_ptr<Connection>> connections, UserIndex& index,
          Statistics& statistics);
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Finishes the works that are queued.
  ~Readers();

  /// An Error when the engine failed; rethrows what the work threw.
  Task<Status> run(core::Work& work) { return queue_.run(work); }

 private:
  void run_until_closed(Connection& connection);
  [[nodiscard]] bool run_next(Connection& connection);

  std::vector<std::unique_ptr<Connection>> connections_;
  UserIndex& index_;
  Statistics& statistics_;
  WorkQueue queue_;
  std::vector<std::thread> threads_;
};

}  // namespace parley::storage::sqlite
