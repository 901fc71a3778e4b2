// Storage interface for who is online.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/presence/presence.hpp"
#include "core/user/user.hpp"

namespace parley::core {

/// The user after a PresenceChange was stored.
struct StoredPresence {
  std::optional<User> user;  ///< nullopt: the change was ignored.
  /// Who blocks the user or is blocked. Only for a user who came online, like the next.
  std::vector<std::string> hidden_from = {};
  std::vector<std::string> friends = {};
};

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class PresenceStore {
 public:
  virtual ~PresenceStore() = default;

  /// Stores changes, so that lists show them, and sets last_active_at of the users unless a later
  /// time is stored. Returns one result per change. Ignores changes of users that do not exist,
  /// were deleted and re-created since, or came online but are deactivated.
  virtual std::vector<StoredPresence> apply(std::span<const PresenceChange> changes) = 0;

  /// Marks all users of all apps as offline. For the start of the server, when there are no
  /// connections.
  virtual void reset() = 0;
};

}  // namespace parley::core
