// Stores in SQLite who is online.
#pragma once

#include "core/presence/store.hpp"
#include "storage/sqlite/index_link.hpp"
#include "storage/sqlite/relation_store.hpp"
#include "storage/sqlite/user_store.hpp"

namespace parley::storage::sqlite {

class PresenceStore final : public core::PresenceStore {
 public:
  PresenceStore(Database& database, IndexLink& index, UserStore& users, RelationStore& relations)
      : database_(database), index_(index), users_(users), relations_(relations) {}

  std::vector<core::StoredPresence> apply(std::span<const core::PresenceChange> changes) override;
  void reset() override;

 private:
  core::StoredPresence apply_one(const core::PresenceChange& change);

  Database& database_;
  IndexLink& index_;
  UserStore& users_;
  RelationStore& relations_;
};

}  // namespace parley::storage::sqlite
