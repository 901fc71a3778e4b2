#include "core/presence/presence_event.hpp"

#include <utility>

namespace parley::core {
namespace {

std::optional<UserForViewer> find_for(Transaction& transaction, std::string_view app_id,
                                      std::string_view uid, std::string_view viewer) {
  auto user = transaction.users().find(app_id, uid);
  if (!user) return std::nullopt;
  return for_viewer(transaction, app_id, viewer, std::move(*user));
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

StoredState look_up(Transaction& transaction, const PresenceEvent& event) {
  const auto& [app_id, uid, online, at, created_at] = event.change;
  if (event.kind == PresenceEvent::Kind::relation)
    return look_up_relation(transaction, app_id, uid, event.other);
  StoredState stored;
  const bool is_reload = event.kind == PresenceEvent::Kind::reload;
  if (is_reload || event.kind == PresenceEvent::Kind::user)
    stored.user = find_for(transaction, app_id, uid, {});
  if (is_reload && stored.user) {
    stored.hidden_from = transaction.relations().related(app_id, uid, RelationFilter::blocked);
    stored.friends = transaction.relations().related(app_id, uid, RelationFilter::friends);
  }
  return stored;
}

StoredState state_of(StoredPresence presence) {
  StoredState stored;
  if (presence.user) stored.user = UserForViewer{*std::move(presence.user), {}};
  stored.hidden_from = std::move(presence.hidden_from);
  stored.friends = std::move(presence.friends);
  return stored;
}

}  // namespace

void erase_events_of(std::string_view app_id, PresenceEvents& events) noexcept {
  std::erase_if(events, [&](const PresenceEvent& event) {
    return event.kind != PresenceEvent::Kind::app_removal && event.change.app_id == app_id;
  });
}

StoreAccess access_of(const PresenceEvents& events) noexcept {
  auto access = StoreAccess::none;
  for (const auto& event : events) {
    switch (event.kind) {
      case PresenceEvent::Kind::presence: return StoreAccess::write;
      case PresenceEvent::Kind::user:
      case PresenceEvent::Kind::relation:
      case PresenceEvent::Kind::reload: access = StoreAccess::read; break;
      case PresenceEvent::Kind::removal:
      case PresenceEvent::Kind::app_removal: break;
    }
  }
  return access;
}

std::vector<StoredState> record(Transaction& transaction, const PresenceEvents& events) {
  std::vector<PresenceChange> changes;
  for (const auto& event : events) {
    if (event.kind == PresenceEvent::Kind::presence) changes.push_back(event.change);
  }
  std::vector<StoredPresence> applied;
  if (!changes.empty()) applied = transaction.presence().apply(changes);
  auto next = applied.begin();
  std::vector<StoredState> states;
  states.reserve(events.size());
  for (const auto& event : events) {
    const bool is_presence = event.kind == PresenceEvent::Kind::presence;
    states.push_back(is_presence ? state_of(std::move(*next++)) : look_up(transaction, event));
  }
  return states;
}

}  // namespace parley::core
