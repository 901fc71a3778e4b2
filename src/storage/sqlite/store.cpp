#include "storage/sqlite/store.hpp"

#include <sqlite3.h>

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/passing_failure.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/migrations.hpp"
#include "storage/sqlite/statements.hpp"
#include "storage/sqlite/store_file.hpp"
#include "storage/sqlite/store_mark.hpp"

namespace parley::storage::sqlite {
namespace {

/// With two threads and the default limit of 2 s for each walk, the last one waits about a minute.
constexpr std::size_t kMostWalksWaiting = 64;

/// Writes a page to the log without changing anything, to find out if writing works. It raises and
/// lowers the list version, because SQLite writes nothing for an update that keeps a row as it is.
/// A single page may fit into space that a failed commit has left in the log, so the probe also
/// checks that the disk has room.
class ProbeWrite final : public core::UnitOfWork {
 public:
  bool run(core::Transaction& transaction) override {
    auto& database = static_cast<StoreConnection&>(transaction).database();
    check_room_for(sqlite3_db_filename(database.handle(), "main"));
    database.run(sql::kRaiseListVersion);
    database.run(sql::kLowerListVersion);
    return true;
  }
};

Task<Status> refuse_walk() {
  co_return engine_failure("long reads are refused until the write-ahead log has been reset");
}

std::unique_ptr<StoreConnection> open_writer(const std::filesystem::path& file,
                                             const StoreOptions& options,
                                             StoreCounters& statistics) {
  auto connection = std::make_unique<StoreConnection>(file, Database::Access::read_write,
                                                      options.busy_timeout, statistics);
  Database& database = connection->database();
  // 2 MiB: nearly every commit scans all cached pages, so more costs more than it saves
  // (bench/EXPERIMENTS.md). A batch that touches more pages writes them to the log early.
  database.execute("PRAGMA cache_size = -2048");
  migrate(database);  // Comes first, because it refuses, and does not change, files of others.
  database.execute("PRAGMA journal_mode = WAL");
  // If a long read or a large commit makes the log grow, it is cut to 64 MiB afterwards.
  database.execute("PRAGMA journal_size_limit = 67108864");
  StoreMark(file, database).change();
  return connection;
}

std::unique_ptr<StoreConnection> open_reader(const std::filesystem::path& file,
                                             const StoreOptions& options,
                                             StoreCounters& statistics) {
  auto connection = std::make_unique<StoreConnection>(file, Database::Access::read_only,
                                                      options.busy_timeout, statistics);
  connection->database().execute("PRAGMA cache_size = -8192");
  return connection;
}

std::vector<std::unique_ptr<StoreConnection>> open_readers(const std::filesystem::path& file,
                                                           const StoreOptions& options,
                                                           StoreCounters& statistics) {
  std::vector<std::unique_ptr<StoreConnection>> connections;
  for (std::size_t i = 0; i < options.readers; ++i) {
    connections.push_back(open_reader(file, options, statistics));
  }
  return connections;
}

std::string reason_of(const EngineError& error) {
  switch (error.code()) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return fmt::format("it is damaged or not a database ({}); restore it from a backup",
                         error.what());
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program holds a lock on it";
    default: return error.what();
  }
}

bool is_permanent(const EngineError& error) {
  return error.code() == SQLITE_NOTADB || error.code() == SQLITE_CORRUPT ||
         error.code() == SQLITE_READONLY || error.code() == SQLITE_AUTH;
}

Error cannot_open(const std::filesystem::path& file, const std::string& reason,
                  std::int64_t retry_after) {
  Error error = engine_failure(fmt::format("Cannot open the store {}: {}.", file.string(), reason));
  error->retry_after = retry_after;
  return error;
}

void warn_about_missing_log(const std::filesystem::path& file) {
  const auto reason = fmt::format(
      "the server was killed, and {}-wal, which held its last changes, is missing; if somebody "
      "deleted it, restore a backup",
      file.string());
  log::warn("store.log_missing", {{"reason", std::string_view(reason)}});
}

/// Locks the directory itself, because a lock file could be deleted while it is locked.
Result<FileLock> lock_directory_of(const std::filesystem::path& file) {
  auto lock = FileLock::of_directory(file.has_parent_path() ? file.parent_path() : ".");
  switch (lock.failure()) {
    case FileLock::Failure::none: return lock;
    case FileLock::Failure::in_use:
      return cannot_open(file, "it is in use by another parleyd process", 1);
    case FileLock::Failure::cannot_open: break;
  }
  return cannot_open(file,
                     fmt::format("its directory cannot be used: {}",
                                 std::generic_category().message(lock.error_number())),
                     can_pass(lock.error_number()) ? 1 : 0);
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& file,
                                                       StoreOptions options) {
  auto lock = lock_directory_of(file);
  if (!lock) return lock.error();
  try {
    if (auto ready = prepare_store_file(file, options.signs_of_use); !ready) {
      return cannot_open(file, ready.error()->internal, ready.error()->retry_after);
    }
    if (StoreMark::lacks_log(file)) warn_about_missing_log(file);
    return std::unique_ptr<SqliteStore>(new SqliteStore(file, options, *std::move(lock)));
  } catch (const EngineError& error) {
    return cannot_open(file, reason_of(error), is_permanent(error) ? 0 : 1);
  } catch (const IncompatibleStore& error) {
    return cannot_open(file, error.what(), 0);
  }
}

SqliteStore::SqliteStore(const std::filesystem::path& file, const StoreOptions& options,
                         FileLock lock)
    : lock_(std::move(lock)),
      opened_(file),
      statistics_(std::make_unique<StoreCounters>()),
      index_(std::make_unique<UserIndex>()),
      writer_(open_writer(file, options, *statistics_), *index_, options.bus, loss_, *statistics_),
      lookups_(open_readers(file, options, *statistics_), *index_, loss_, *statistics_, {}),
      lists_(open_readers(file, options, *statistics_), *index_, loss_, *statistics_,
             {.use_index = true, .time_limit = options.read_time_limit}),
      walks_(open_readers(file, options, *statistics_), *index_, loss_, *statistics_,
             {.time_limit = options.read_time_limit, .most_waiting = kMostWalksWaiting}) {
  if (options.index_users) {
    loader_ =
        std::make_unique<UserIndexLoader>(open_reader(file, options, *statistics_), *index_, loss_);
  } else {
    index_->give_up();
  }
}

Task<Status> SqliteStore::run_read(core::UnitOfWork& work, core::ReadKind kind) {
  auto& readers = readers_for(kind);
  if (&readers == &walks_ && writer_.is_log_overlong()) return refuse_walk();
  return readers.run(work);
}

Readers& SqliteStore::readers_for(core::ReadKind kind) {
  switch (kind) {
    case core::ReadKind::lookup: return lookups_;
    // Without the index, a list may read all users of the app.
    case core::ReadKind::list: return index_->is_complete() ? lists_ : walks_;
    case core::ReadKind::walk: break;
  }
  return walks_;
}

core::StoreMetrics SqliteStore::metrics() const {
  return {.writes = statistics_->writes,
          .commits = statistics_->commits,
          .failures = statistics_->failures,
          .reads = statistics_->reads,
          .digest_lookups = statistics_->digest_lookups,
          .logins = statistics_->logins,
          .waiting_writes = writer_.queue_size()};
}

Task<Status> SqliteStore::health() {
  auto readable = co_await read([this](core::Transaction& transaction) -> Status {
    if (const char* loss = writer_.find_loss()) return engine_failure(loss);
    static_cast<void>(transaction.apps().find({}));
    return {};
  });
  if (!readable || !writer_.is_failing()) co_return readable;
  ProbeWrite probe;
  co_return co_await writer_.run(probe);
}

}  // namespace parley::storage::sqlite
