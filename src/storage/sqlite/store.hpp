// The embedded storage engine: one SQLite file.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/file_lock.hpp"
#include "core/store.hpp"
#include "storage/sqlite/reader.hpp"
#include "storage/sqlite/user_index_loader.hpp"
#include "storage/sqlite/writer.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

struct StoreOptions {
  std::size_t readers = 2;                           ///< Threads for each kind of read; at least 1.
  std::chrono::milliseconds read_time_limit{2'000};  ///< No list and no walk takes longer.
  bool index_users = true;  ///< Whether lists are answered from memory, once it is filled.
  std::chrono::milliseconds busy_timeout{5'000};  ///< Patience with other programs on the file.
  std::vector<std::filesystem::path> signs_of_use = {};  ///< See prepare_store_file().
};

/// Threads: one writer, and for each kind of read some of its own, so that none waits for another.
/// Destroy it before the io_contexts whose coroutines use it; the destructor finishes what is
/// queued.
class SqliteStore final : public core::Store {
 public:
  /// Opens or creates (mode 0600) the store in `file` and brings its schema up to date. The
  /// directory must exist; it is locked, so that one process at a time has the store open.
  /// Error: ERR_SERVICE_UNAVAILABLE whose `internal` is one line for the operator, and whose
  /// retry_after is 0 when opening it again cannot succeed.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& file,
                                                                 StoreOptions options = {});

  /// Whether the store can be read and written, and its file is in place and whole. Reads a row;
  /// writes one only after a write failed, until that succeeds.
  [[nodiscard]] Task<Status> ping();

  [[nodiscard]] const Statistics& statistics() const { return *statistics_; }

  /// Waits until lists are answered from memory, or never will be. Any thread but the store's own.
  void wait_for_index() const { index_->wait_until_settled(); }

  /// Whether lists are answered from memory. Any thread.
  [[nodiscard]] bool is_indexed() const { return index_->is_complete(); }

  /// Units of work that wait for the writer now. Any thread.
  [[nodiscard]] std::size_t write_queue_size() const { return writer_.queue_size(); }

 protected:
  Task<Status> run_write(core::Work& work) override { return writer_.run(work); }
  Task<Status> run_read(core::Work& work, core::ReadKind kind) override;

 private:
  [[nodiscard]] Readers& readers_for(core::ReadKind kind);

  SqliteStore(const std::filesystem::path& file, const StoreOptions& options, FileLock lock);

  FileLock lock_;
  std::unique_ptr<Statistics> statistics_;
  std::unique_ptr<UserIndex> index_;
  Writer writer_;
  Readers lookups_;
  Readers lists_;
  Readers walks_;
  std::unique_ptr<UserIndexLoader> loader_;
};

}  // namespace parley::storage::sqlite
