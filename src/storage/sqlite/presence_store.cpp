#include "storage/sqlite/presence_store.hpp"

#include <algorithm>
#include <utility>

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {

std::vector<core::StoredPresence> PresenceStore::apply(
    std::span<const core::PresenceChange> changes) {
  std::vector<core::StoredPresence> stored;
  stored.reserve(changes.size());
  for (const auto& change : changes) stored.push_back(apply_one(change));
  return stored;
}

core::StoredPresence PresenceStore::apply_one(const core::PresenceChange& change) {
  const auto& [app_id, uid, online, at, created_at] = change;
  auto user = users_.find(app_id, uid);
  if (!user || user->created_at != created_at || (online && !user->is_active())) return {};
  database_.run(sql::kSetUserOnline, app_id, uid, online, at);
  index_.changes.push_back(OnlineChanged{app_id, uid, online});
  user->online = online;
  user->last_active_at = std::max(user->last_active_at, at);
  core::StoredPresence stored{.user = std::move(user)};
  if (online) {
    stored.hidden_from = relations_.related(app_id, uid, core::RelationFilter::blocked);
    stored.friends = relations_.related(app_id, uid, core::RelationFilter::friends);
  }
  return stored;
}

void PresenceStore::reset() {
  if (database_.run(sql::kResetUsersOnline) > 0) index_.changes.push_back(EveryoneOffline{});
}

}  // namespace parley::storage::sqlite
