// Copies committed pages from the write-ahead log (WAL) into the database file, on its own thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "storage/sqlite/database.hpp"

struct sqlite3;

namespace parley::storage::sqlite {

/// In frames of the log. A frame holds one committed page of 4 KiB.
struct CheckpointLimits {
  std::int64_t pass = 500;  ///< A pass starts when this many frames were added.
  /// About 32 MiB. From here on, once at most `pass` frames are left to copy, the writer copies
  /// them so that the log can be reset.
  std::int64_t long_log = 8'000;
  /// About 125 MiB. From here on, the writer copies the rest after each pass, however much it is.
  std::int64_t most = 32'000;
  /// About 500 MiB. From here on, no long read should start until the log is reset.
  std::int64_t overlong = 128'000;
};

/// Replaces SQLite's automatic checkpoints, for which a commit would have to wait. Each pass copies
/// the frames that were committed before it began, while commits and reads continue.
///
/// SQLite resets the log (starts again at its beginning) only if every frame has been copied, which
/// never happens while commits keep adding frames. So when the log is long and nearly copied, the
/// writer copies the rest itself, between two commits. A long read also keeps the log from being
/// reset: frames committed after it began cannot be copied until it ends.
///
/// Failures are logged and retried in the next pass. They lose no data, because the log keeps it.
class Checkpointer {
 public:
  /// Opens a separate connection to the file of `writer`, which must be in WAL mode and outlive
  /// this. Uses the sqlite3_wal_hook of `writer`. Throws EngineError.
  explicit Checkpointer(Database& writer, CheckpointLimits limits = {});
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;
  /// Waits for the current pass to end.
  ~Checkpointer();

  /// Copies the rest of the log if it is to be reset. The writer's thread calls this after each
  /// batch, when the callers have their results. Usually returns at once; otherwise it takes as
  /// long as writing CheckpointLimits::pass pages to disk, or more if the log has
  /// CheckpointLimits::most frames.
  void between_commits();

  /// Whether the log has reached CheckpointLimits::overlong, usually because long reads overlap
  /// without a gap. Thread-safe.
  [[nodiscard]] bool is_log_overlong() const { return is_log_overlong_; }

 private:
  static int committed(void* self, sqlite3*, const char*, int frames);
  void committed(std::int64_t frames);
  void run_until_closed();
  [[nodiscard]] bool is_pass_due() const;
  /// Copies what can be copied, and returns how many frames of the log are in the file now.
  std::int64_t copy(Database& database);

  Database& writer_;
  Database database_;
  const CheckpointLimits limits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t frames_ = 0;     ///< The length of the log.
  std::int64_t attempted_ = 0;  ///< The length of the log when the last pass began.
  std::atomic<bool> is_log_overlong_ = false;
  bool is_last_pass_due_ = false;
  bool is_failing_ = false;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
