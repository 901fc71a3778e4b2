// Stores audit logs in SQLite.
#pragma once

#include <map>
#include <string>

#include "core/audit/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class AuditStore final : public core::AuditStore {
 public:
  explicit AuditStore(Database& database) : database_(database) {}

  void append(const core::AuditEvent& event) override;
  core::AuditSlice list(core::WalkPermit, std::string_view app_id,
                        const core::AuditQuery& query) override;
  std::uint64_t purge(Time before, std::uint32_t limit) override;

  /// Must be called when appended events are rolled back.
  void forget_sequences() { last_sequences_.clear(); }

 private:
  /// The sequence number of the newest event that is beyond the query's limit of examined events; 0
  /// if the query may examine all events.
  [[nodiscard]] std::int64_t floor_of(std::string_view app_id, const core::AuditQuery& query);
  std::int64_t next_sequence(const std::string& app_id);

  Database& database_;
  /// The last sequence number by app id, for logs that this connection has appended to. No other
  /// connection writes.
  std::map<std::string, std::int64_t> last_sequences_;
};

}  // namespace parley::storage::sqlite
