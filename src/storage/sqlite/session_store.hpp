// Stores sessions in SQLite.
#pragma once

#include "core/session/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

class SessionStore final : public core::SessionStore {
 public:
  SessionStore(Database& database, StoreCounters& counters)
      : database_(database), counters_(counters) {}

  std::optional<core::Session> find_by_digest(const crypto::Sha256& digest) override;
  std::optional<core::Session> find(std::string_view app_id, std::string_view uid,
                                    std::string_view session_id) override;
  core::SessionPage list_live(core::WalkPermit, std::string_view app_id, std::string_view uid,
                              Time now, std::uint32_t per_page, std::uint32_t page) override;
  std::uint64_t count_live(core::WalkPermit, std::string_view app_id, Time now) override;
  std::vector<core::Session> begin(const core::Session& session, std::uint32_t most) override;
  bool update(const core::Session& session) override;
  bool mark_used(const core::Session& session) override;
  void touch(std::span<const core::SessionUse> uses, Time now) override;
  std::vector<core::Session> remove(std::span<const core::Session> sessions) override;
  std::vector<core::Session> remove_some(std::string_view app_id, std::span<const std::string> uids,
                                         const core::IssuedBefore& issued_before,
                                         std::string_view except_id, std::uint32_t limit) override;
  std::uint64_t newest_number() override;
  core::SessionsOfSomeUsers list_issued_before(std::string_view app_id, std::string_view first_uid,
                                               const core::IssuedBefore& issued_before,
                                               std::uint32_t limit) override;
  std::uint64_t purge_ended(Time cutoff, std::uint32_t limit) override;

 private:
  bool remove_row(const core::Session& session);

  Database& database_;
  StoreCounters& counters_;
};

}  // namespace parley::storage::sqlite
