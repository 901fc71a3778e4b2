// What may have to be announced, and the work in the store that it takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/event_bus.hpp"
#include "core/presence/presence.hpp"
#include "core/presence/visibility.hpp"
#include "core/store.hpp"
#include "core/user/seen.hpp"

namespace parley::core {

struct Happening {
  enum class Kind : std::uint8_t { presence, user, relation, removal };

  Kind kind = Kind::presence;
  PresenceChange change;   ///< Of the others only app_id and uid are set.
  std::string other = {};  ///< Whom the relation is with.
  RelationEvent relation = RelationEvent::none;
  std::uint64_t sequence = 0;
  bool role_changed = false;  ///< Of a user: its role, and not only its profile.
};

/// How things stand in the store at a happening, or later.
struct Facts {
  std::optional<SeenUser> user;   ///< nullopt: there is none. Of a relation, as the other sees it.
  std::optional<SeenUser> other;  ///< Of a relation only: as the user sees it.
  Standing standing;              ///< Of a relation only.
  std::vector<std::string> hidden_from;  ///< Of a user who came online only, as the next.
  std::vector<std::string> friends;
};

/// Writes down what lists show of a presence change, and answers how things stand. A change of one
/// who has made room for another user with the same uid leaves that one alone, and finds no user.
[[nodiscard]] Facts record(Transaction& transaction, const Happening& happening);

}  // namespace parley::core
