// Copies what was committed from the log into the file, on a thread of its own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "storage/sqlite/database.hpp"

struct sqlite3;

namespace parley::storage::sqlite {

/// In frames of the log: pages of 4 KiB that were committed.
struct CheckpointLimits {
  std::int64_t pass = 500;          ///< So many make it worth while to copy.
  std::int64_t long_log = 8'000;    ///< The log shall begin anew: 32 MiB.
  std::int64_t most = 32'000;       ///< It must, however long the writer is busy copying.
  std::int64_t overlong = 128'000;  ///< Reads that last must pause, for it to begin anew: 512 MiB.
};

/// Takes the place of SQLite's own checkpoints, for which a commit would wait. Each pass copies
/// what was committed before it began, while commits and reads go on. A log that grows meanwhile
/// cannot begin anew; so when it is long and all but a little is copied, the writer copies the
/// rest.
///
/// A read that lasts holds back what was committed after it began, and then the log grows. What
/// fails is logged and tried again with the next pass: nothing is lost, as the log is still there.
class Checkpointer {
 public:
  /// Opens a connection of its own to the file of `writer`, which is in WAL mode, and takes its
  /// sqlite3_wal_hook. Throws EngineError.
  explicit Checkpointer(Database& writer, CheckpointLimits limits = {});
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;
  /// Waits for the end of the pass that is under way.
  ~Checkpointer();

  /// Called by the writer's thread after a commit was answered. Takes no time, but that of writing
  /// up to CheckpointLimits::pass pages to the disk when a log is to begin anew.
  void between_commits();

  /// Whether the log grows because reads that last overlap without a gap: nobody should start one
  /// until the log has begun anew. Any thread.
  [[nodiscard]] bool is_log_overlong() const { return is_log_overlong_; }

 private:
  static int committed(void* self, sqlite3*, const char*, int frames);
  void committed(std::int64_t frames);
  void run_until_closed();
  [[nodiscard]] bool is_pass_due() const;
  /// How many frames of the log are in the file now.
  std::int64_t copy(Database& database);

  Database& writer_;
  Database database_;
  const CheckpointLimits limits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t frames_ = 0;     ///< Of the log.
  std::int64_t attempted_ = 0;  ///< Those that were there when the last pass began.
  std::atomic<bool> is_log_overlong_ = false;
  bool is_last_pass_due_ = false;
  bool is_failing_ = false;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
