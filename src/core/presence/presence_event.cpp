#include "core/presence/presence_event.hpp"

#include <algorithm>

namespace parley::core {
namespace {

std::optional<UserForViewer> find_for(Transaction& transaction, std::string_view app_id,
                                      std::string_view uid, std::string_view viewer) {
  auto user = transaction.users().find(app_id, uid);
  if (!user) return std::nullopt;
  return for_viewer(transaction, app_id, viewer, std::move(*user));
}

StoredState record_presence(Transaction& transaction, const PresenceChange& change) {
  StoredState stored;
  auto user = transaction.users().find(change.app_id, change.uid);
  if (!user || user->created_at != change.created_at) return stored;
  if (change.online && !user->is_active()) return stored;
  transaction.users().set_online(change.app_id, change.uid, change.online, change.at);
  user->online = change.online;
  user->last_active_at = std::max(user->last_active_at, change.at);
  stored.user = UserForViewer{std::move(*user), {}};
  if (change.online) {
    auto& relations = transaction.relations();
    stored.hidden_from = relations.related(change.app_id, change.uid, RelationFilter::blocked);
    stored.friends = relations.related(change.app_id, change.uid, RelationFilter::friends);
  }
  return stored;
}

StoredState look_up_relation(Transaction& transaction, const std::string& app_id,
                             const std::string& uid, const std::string& other) {
  StoredState stored;
  stored.user = find_for(transaction, app_id, uid, other);
  stored.other = find_for(transaction, app_id, other, uid);
  if (!stored.user || !stored.other) return stored;
  const auto& relation = stored.user->relation;
  stored.relation_state = {.hidden = relation.blocked_by_me() || relation.has_blocked_me(),
                           .mutual = relation.blocked_by_me() && relation.has_blocked_me(),
                           .friends = transaction.relations().are_friends(app_id, uid, other)};
  return stored;
}

}  // namespace

StoredState record(Transaction& transaction, const PresenceEvent& event) {
  const auto& [app_id, uid, online, at, created_at] = event.change;
  switch (event.kind) {
    case PresenceEvent::Kind::presence: return record_presence(transaction, event.change);
    case PresenceEvent::Kind::relation:
      return look_up_relation(transaction, app_id, uid, event.other);
    case PresenceEvent::Kind::removal: return {};
    case PresenceEvent::Kind::user: break;
  }
  StoredState stored;
  stored.user = find_for(transaction, app_id, uid, {});
  return stored;
}

}  // namespace parley::core
