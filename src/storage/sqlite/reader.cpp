#include "storage/sqlite/reader.hpp"

#include <utility>

#include "base/log.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/keep_running.hpp"

namespace parley::storage::sqlite {
namespace {

/// A read transaction, so that all statements of one work see the same state, as does the index.
class Snapshot {
 public:
  Snapshot(Connection& connection, UserIndex& index)
      : connection_(connection), database_(connection.database()), reading_(index) {
    if (database_.in_transaction()) database_.run("ROLLBACK");  // The last one may have failed to.
    database_.run("BEGIN");
    connection_.index().reading = &reading_;
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    connection_.index().reading = nullptr;
    try {
      if (database_.in_transaction()) database_.run("ROLLBACK");
    } catch (const std::exception& error) {
      log::error("store.rollback_failed", {{"reason", std::string_view(error.what())}});
    }
  }

 private:
  Connection& connection_;
  Database& database_;
  UserIndex::Reading reading_;
};

}  // namespace

Readers::Readers(std::vector<std::unique_ptr<Connection>> connections, UserIndex& index,
                 Statistics& statistics)
    : connections_(std::move(connections)), index_(index), statistics_(statistics) {
  for (const auto& connection : connections_) {
    threads_.emplace_back([this, &connection] { run_until_closed(*connection); });
  }
}

Readers::~Readers() {
  queue_.close();
  for (std::thread& thread : threads_) thread.join();
}

void Readers::run_until_closed(Connection& connection) {
  name_this_thread("reader");
  keep_running("store.reader_failed", [&] { return run_next(connection); });
}

/// False when the queue is closed and empty.
bool Readers::run_next(Connection& connection) {
  auto batch = queue_.take(1);
  if (batch.empty()) return false;
  try {
    const Snapshot snapshot(connection, index_);
    batch.work(0).run(connection);
    batch.settle(0, nullptr, {});
  } catch (const EngineError& error) {
    log::error("store.read_failed", {{"reason", std::string_view(error.what())}});
    batch.settle(0, nullptr, engine_failure(error.what()));
    statistics_.failures += 1;
  } catch (...) {
    batch.settle(0, std::current_exception(), {});
  }
  statistics_.reads += 1;
  return true;
}

}  // namespace parley::storage::sqlite
