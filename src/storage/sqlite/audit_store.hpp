// Stores audit logs in SQLite.
#pragma once

#include <map>
#include <string>

#include "core/audit/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/uncommitted.hpp"

namespace parley::storage::sqlite {

class AuditStore final : public core::AuditStore {
 public:
  AuditStore(Database& database, AllUncommitted& all) : database_(database), last_sequences_(all) {}

  void append(const core::AuditEvent& event) override;
  core::AuditSlice list(core::WalkPermit, std::string_view app_id,
                        const core::AuditQuery& query) override;
  std::uint64_t purge(Time before, std::uint32_t limit) override;

 private:
  /// The last sequence number by app id, for logs that this connection has appended to. No other
  /// connection writes.
  class LastSequences final : public Uncommitted {
   public:
    using Uncommitted::Uncommitted;

    std::map<std::string, std::int64_t> by_app;

    void set_savepoint() override {}
    void undo_to_savepoint() noexcept override { by_app.clear(); }
    void undo_all() noexcept override { by_app.clear(); }
  };

  /// The sequence number of the newest event that is beyond the query's limit of examined events; 0
  /// if the query may examine all events.
  [[nodiscard]] std::int64_t floor_of(std::string_view app_id, const core::AuditQuery& query);
  std::int64_t next_sequence(const std::string& app_id);

  Database& database_;
  LastSequences last_sequences_;
};

}  // namespace parley::storage::sqlite
