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
#include "storage/sqlite/store_mark.hpp"
#include "storage/sqlite/user_index_loader.hpp"
#include "storage/sqlite/writer.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

struct StoreOptions {
  std::size_t readers = 2;                           ///< Threads per kind of read; at least 1.
  std::chrono::milliseconds read_time_limit{2'000};  ///< Longer lists and walks are aborted.
  bool index_users = true;  ///< Whether lists are served from the user index, once it is loaded.
  std::chrono::milliseconds busy_timeout{5'000};  ///< How long to wait for locks of other programs.
  std::vector<std::filesystem::path> signs_of_use = {};  ///< See prepare_store_file().
  /// Delivers the events of commits, on the writer thread; nullptr = to nobody. It must
  /// outlive the store, and its handlers must stay valid until no write is in progress any more.
  core::EventBus* bus = nullptr;
};

/// Uses one writer thread and, for each kind of read, separate reader threads, so that no kind
/// waits for another. Destroy the store before the io_contexts of the coroutines that use it. The
/// destructor finishes the queued units of work.
class SqliteStore final : public core::Store {
 public:
  /// Opens or creates (mode 0600) the store in `file` and brings its schema up to date. The
  /// directory must exist. It is locked, so that only one process at a time has the store open.
  /// Error: ERR_SERVICE_UNAVAILABLE. Its `internal` is one line for the operator; its retry_after
  /// is 0 if a retry cannot succeed.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& file,
                                                                 StoreOptions options = {});

  /// Also checks that the file is in place and complete. Reads a row. Writes one only if the last
  /// write failed.
  Task<Status> health() override;

  [[nodiscard]] core::StoreMetrics metrics() const override;

  /// Blocks until lists are served from the user index, or it is disabled. Thread-safe; must not be
  /// called from the store's own threads.
  void wait_for_index() const { index_->wait_until_settled(); }

  /// Whether lists are served from the user index. Thread-safe.
  [[nodiscard]] bool is_indexed() const { return index_->is_complete(); }

 protected:
  Task<Status> run_write(core::UnitOfWork& work) override { return writer_.run(work); }
  Task<Status> run_read(core::UnitOfWork& work, core::ReadKind kind) override;

 private:
  [[nodiscard]] Readers& readers_for(core::ReadKind kind);

  SqliteStore(const std::filesystem::path& file, const StoreOptions& options, FileLock lock);

  FileLock lock_;
  StoreMark::Opened opened_;
  std::unique_ptr<StoreCounters> statistics_;
  std::unique_ptr<UserIndex> index_;
  Loss loss_;
  Writer writer_;
  Readers lookups_;
  Readers lists_;
  Readers walks_;
  std::unique_ptr<UserIndexLoader> loader_;
};

}  // namespace parley::storage::sqlite
