// Stores relations in SQLite.
#pragma once

#include "core/relation/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class RelationStore final : public core::RelationStore {
 public:
  explicit RelationStore(Database& database) : database_(database) {}

  bool block(std::string_view app_id, std::string_view uid, std::string_view other,
             Time at) override;
  bool unblock(std::string_view app_id, std::string_view uid, std::string_view other) override;
  bool befriend(std::string_view app_id, std::string_view uid, std::string_view other,
                Time at) override;
  bool unfriend(std::string_view app_id, std::string_view uid, std::string_view other) override;
  std::vector<core::Relation> seen_by(std::string_view app_id, std::string_view viewer,
                                      std::span<const std::string> others) override;
  std::vector<std::string> related(std::string_view app_id, std::string_view viewer,
                                   core::RelationFilter relation_filter) override;
  bool are_friends(std::string_view app_id, std::string_view uid, std::string_view other) override;
  std::uint64_t remove_some(std::string_view app_id, std::string_view uid,
                            std::uint32_t limit) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
