#include "storage/sqlite/checkpointer.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "base/log.hpp"
#include "base/thread_name.hpp"

namespace parley::storage::sqlite {

Checkpointer::Checkpointer(Database& writer, CheckpointLimits limits)
    : writer_(writer),
      database_(sqlite3_db_filename(writer.handle(), "main"), Database::Access::read_write,
                std::chrono::milliseconds{0}),
      limits_(limits) {
  // A connection only finds the log, and copies it, once it has read something.
  static_cast<void>(database_.number("PRAGMA user_version"));
  sqlite3_wal_hook(writer_.handle(), &Checkpointer::committed, this);
  thread_ = std::thread([this] { run_until_closed(); });
}

Checkpointer::~Checkpointer() {
  sqlite3_wal_hook(writer_.handle(), nullptr, nullptr);
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Checkpointer::between_commits() {
  {
    const std::scoped_lock lock(mutex_);
    if (!is_last_pass_due_) return;
  }
  copy(writer_);  // The thread is waiting. If both copied at once, this would fail as busy.
  {
    const std::scoped_lock lock(mutex_);
    is_last_pass_due_ = false;
    attempted_ = frames_;
  }
  changed_.notify_one();
}

int Checkpointer::committed(void* self, sqlite3*, const char*, int frames) {
  static_cast<Checkpointer*>(self)->committed(frames);
  return SQLITE_OK;
}

void Checkpointer::committed(std::int64_t frames) {
  const std::scoped_lock lock(mutex_);
  if (frames < frames_) attempted_ = 0;  // The log was reset.
  frames_ = frames;
  is_log_overlong_ = frames >= limits_.overlong;
  if (is_pass_due()) changed_.notify_one();
}

bool Checkpointer::is_pass_due() const {
  return !is_last_pass_due_ && frames_ - attempted_ >= limits_.pass;
}

void Checkpointer::run_until_closed() {
  name_this_thread("checkpointer");
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || is_pass_due(); });
    if (closed_) return;
    const auto seen = frames_;
    lock.unlock();
    const auto copied = copy(database_);
    lock.lock();
    attempted_ = std::min(seen, frames_);
    is_last_pass_due_ = frames_ >= limits_.most ||
                        (frames_ >= limits_.long_log && frames_ - copied <= limits_.pass);
  }
}

std::int64_t Checkpointer::copy(Database& database) {
  int copied = 0;
  const int result = sqlite3_wal_checkpoint_v2(database.handle(), nullptr,
                                               SQLITE_CHECKPOINT_PASSIVE, nullptr, &copied);
  // Busy: another program is copying, and the next pass has less to do.
  const bool failed = result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY;
  if (failed && !is_failing_) {
    log::error("store.checkpoint_failed",
               {{"reason", std::string_view(sqlite3_errmsg(database.handle()))}});
  }
  is_failing_ = failed;
  return std::max(copied, 0);
}

}  // namespace parley::storage::sqlite
