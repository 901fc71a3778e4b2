#include "storage/sqlite/reader.hpp"

#include <utility>

#include "base/log.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/engine_failure.hpp"

namespace parley::storage::sqlite {
namespace {

/// A read transaction, so that all statements of one work see the same state, as does the index.
class Snapshot {
 public:
  Snapshot(Connection& connection, UserIndex& index)
      : connection_(connection), database_(connection.database()), reading_(index) {
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
  for (auto works = queue_.take(1); !works.empty(); works = queue_.take(1)) {
    std::vector<CompletedWork> completed(1);
    auto& [work, bug, status] = completed.front();
    work = std::move(works.front());
    try {
      const Snapshot snapshot(connection, index_);
      work->work().run(connection);
    } catch (const EngineError& error) {
      log::error("store.read_failed", {{"reason", std::string_view(error.what())}});
      status = engine_failure(error.what());
      statistics_.failures += 1;
    } catch (...) {
      bug = std::current_exception();
    }
    statistics_.reads += 1;
    complete(std::move(completed));
  }
}

}  // namespace parley::storage::sqlite
