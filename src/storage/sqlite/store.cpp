#include "storage/sqlite/store.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/migrations.hpp"

namespace parley::storage::sqlite {
namespace {

/// At the time limit for each, the last of them waits for a minute.
constexpr std::size_t kMostWalksWaiting = 64;

/// SQLite would make the file readable for everybody; the -wal and -shm files take its mode.
Status create_private_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return engine_failure("it cannot be written: " + std::generic_category().message(errno));
  }
  ::close(descriptor);
  return {};
}

std::unique_ptr<Connection> open_writer(const std::filesystem::path& file,
                                        const StoreOptions& options, Statistics& statistics) {
  auto connection = std::make_unique<Connection>(file, Database::Access::read_write,
                                                 options.busy_timeout, statistics);
  Database& database = connection->database();
  migrate(database);  // First: a file that is not ours stays as it is.
  database.execute("PRAGMA journal_mode = WAL");
  // A log that a long read or a long commit has made larger is cut back to 64 MiB afterwards.
  database.execute("PRAGMA journal_size_limit = 67108864");
  // A batch of 256 works touches some thousand pages; memory is taken only as they are used.
  database.execute("PRAGMA cache_size = -16384");
  return connection;
}

std::unique_ptr<Connection> open_reader(const std::filesystem::path& file,
                                        const StoreOptions& options, Statistics& statistics) {
  auto connection = std::make_unique<Connection>(file, Database::Access::read_only,
                                                 options.busy_timeout, statistics);
  connection->database().execute("PRAGMA cache_size = -8192");
  return connection;
}

std::vector<std::unique_ptr<Connection>> open_readers(const std::filesystem::path& file,
                                                      const StoreOptions& options,
                                                      Statistics& statistics) {
  std::vector<std::unique_ptr<Connection>> connections;
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

Error cannot_open(const std::filesystem::path& file, const std::string& reason) {
  return engine_failure(fmt::format("Cannot open the store {}: {}.", file.string(), reason));
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& file,
                                                       StoreOptions options) {
  auto lock = FileLock::acquire(file.string() + ".lock");
  if (!lock) return cannot_open(file, lock.error()->internal);
  if (auto created = create_private_file(file); !created) {
    return cannot_open(file, created.error()->internal);
  }
  try {
    return std::unique_ptr<SqliteStore>(new SqliteStore(file, options, *std::move(lock)));
  } catch (const EngineError& error) {
    return cannot_open(file, reason_of(error));
  } catch (const IncompatibleStore& error) {
    return cannot_open(file, error.what());
  }
}

SqliteStore::SqliteStore(const std::filesystem::path& file, StoreOptions options, FileLock lock)
    : lock_(std::move(lock)),
      statistics_(std::make_unique<Statistics>()),
      index_(std::make_unique<UserIndex>()),
      writer_(open_writer(file, options, *statistics_), *index_, *statistics_),
      lookups_(open_readers(file, options, *statistics_), *index_, *statistics_, {}),
      lists_(open_readers(file, options, *statistics_), *index_, *statistics_,
             {.use_index = true, .time_limit = options.read_time_limit}),
      walks_(open_readers(file, options, *statistics_), *index_, *statistics_,
             {.time_limit = options.read_time_limit, .most_waiting = kMostWalksWaiting}) {
  if (options.index_users) {
    loader_ = std::make_unique<UserIndexLoader>(open_reader(file, options, *statistics_), *index_);
  } else {
    index_->give_up();
  }
}

Readers& SqliteStore::readers_for(core::ReadKind kind) {
  switch (kind) {
    case core::ReadKind::lookup: return lookups_;
    // Without the index a list reads as many users as there are.
    case core::ReadKind::list: return index_->is_complete() ? lists_ : walks_;
    case core::ReadKind::walk: break;
  }
  return walks_;
}

Task<Status> SqliteStore::ping() {
  co_return co_await read([](core::Transaction& transaction) -> Status {
    static_cast<void>(transaction.apps().list());
    return {};
  });
}

}  // namespace parley::storage::sqlite
