// Audit logs in SQLite.
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

  /// To be called when events are undone.
  void forget_sequences() { last_sequences_.clear(); }

 private:
  /// The sequence of the newest event that `query` must not reach; 0 when it may examine them all.
  [[nodiscard]] std::int64_t floor_of(std::string_view app_id, const core::AuditQuery& query);
  std::int64_t next_sequence(const std::string& app_id);

  Database& database_;
  /// Of logs that this connection, the only one that writes, has appended to.
  std::map<std::string, std::int64_t> last_sequences_;
};

}  // namespace parley::storage::sqlite
