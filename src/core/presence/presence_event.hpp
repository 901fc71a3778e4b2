// Presence events that may have to be announced, and how the store is read and updated for them.
#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event/event.hpp"
#include "core/presence/presence.hpp"
#include "core/presence/visibility.hpp"
#include "core/store.hpp"
#include "core/user/for_viewer.hpp"

namespace parley::core {

struct PresenceEvent {
  /// reload: events were missed, so the user's role and relations may have changed unnoticed.
  enum class Kind : std::uint8_t { presence, user, relation, removal, app_removal, reload };

  Kind kind = Kind::presence;
  PresenceChange
      change;  ///< For the other kinds only app_id and uid are set (app_removal: app_id).
  std::string other = {};  ///< The other user of a relation.
  RelationEvent relation = RelationEvent::none;
  std::uint64_t sequence = 0;
  bool role_changed = false;  ///< For kind user: its role changed, not only its profile.
};

/// A list, so that moving events from one to another cannot throw.
using PresenceEvents = std::list<PresenceEvent>;

/// The stored state when an event is processed. It can be newer than the event.
struct StoredState {
  std::optional<UserForViewer>
      user;  ///< nullopt: there is none. For a relation, as `other` sees it.
  std::optional<UserForViewer> other;    ///< For a relation only: as `user` sees it.
  RelationState relation_state;          ///< For a relation only.
  std::vector<std::string> hidden_from;  ///< Only for a user who came online and for a reload, too.
  std::vector<std::string> friends;
};

/// Removes all events of the app, except those that say that it was removed.
void erase_events_of(std::string_view app_id, PresenceEvents& events) noexcept;

/// What record() does with the store.
enum class StoreAccess : std::uint8_t { none, read, write };
[[nodiscard]] StoreAccess access_of(const PresenceEvents& events) noexcept;

/// Stores the presence changes, so that lists show them, and returns the stored state that each
/// event concerns. If the uid was deleted and re-created since the event, the change is ignored and
/// the state has no user.
[[nodiscard]] std::vector<StoredState> record(Transaction& transaction,
                                              const PresenceEvents& events);

}  // namespace parley::core
