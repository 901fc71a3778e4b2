// Audit logs in SQLite.
#pragma once

#include "core/audit/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class AuditStore final : public core::AuditStore {
 public:
  explicit AuditStore(Database& database) : database_(database) {}

  void append(const core::AuditEvent& event) override;
  std::vector<core::AuditEvent> list(std::string_view app_id,
                                     const core::AuditQuery& query) override;
  std::uint64_t purge(Time before, std::uint32_t limit) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
