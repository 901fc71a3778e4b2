// What the devices of an app receive when the presence of a user changes, and which devices receive
// it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/user/for_viewer.hpp"

namespace parley::core {

/// The users whose presence a device subscribed to.
enum class Subscription : std::uint8_t { none, all_users, roles, friends };

/// Selects the devices of the app that receive an announcement. A device receives it if its
/// subscription matches one of `all_users`, `role`, `any_role` and `friends`, and `hidden_from`,
/// `except_role` and `only` do not exclude it. The user's own devices never receive it.
struct Recipients {
  bool all_users = true;  ///< Devices subscribed to all users.
  std::string role = {};  ///< Devices subscribed to this role; empty = none.
  /// Devices subscribed to friends, if their user is one of these. Sorted, like hidden_from.
  std::vector<std::string> friends = {};
  std::vector<std::string> hidden_from = {};  ///< Except devices of these users.
  std::string except_role = {};  ///< Except devices subscribed to this role; empty = none.
  bool any_role = false;         ///< Devices subscribed to any role.
  std::string only = {};         ///< Only devices of this user; empty = of all users.
};

/// A user came online or went offline, as its recipients see it.
struct Announcement {
  std::uint64_t sequence = 0;  ///< Increases; see PresenceService::announced().
  std::string app_id;
  bool online = false;
  bool repeated = false;  ///< May repeat a state the recipient already knows.
  Time at;
  UserForViewer user;  ///< The current state. Has a relation only if `recipients.only` is set.
  Recipients recipients;
};

/// The subscription of a device, and where it starts.
struct Subscriber {
  Subscription subscription = Subscription::none;
  std::vector<std::string> roles = {};  ///< For Subscription::roles, without duplicates.
  std::uint64_t since = 0;              ///< The device knows the changes up to this sequence.
};

/// Whether a device of the user `uid`, in the same app, receives the announcement.
[[nodiscard]] bool is_told(const Subscriber& subscriber, const std::string& uid,
                           const Announcement& announcement);

/// A notification other than presence, for the devices of one user.
struct UserNotice {
  enum class Action : std::uint8_t {
    updated,    ///< The user has changed; `about` is the user itself.
    blocked,    ///< One of the two has blocked the other.
    unblocked,  ///< One of the two has unblocked the other.
  };

  std::uint64_t sequence = 0;
  std::string app_id;
  std::string uid;  ///< The user whose devices receive it.
  Action action = Action::updated;
  UserForViewer about;  ///< As `uid` sees it.
};

/// Delivers announcements and notices to devices. Called one at a time, in the order of the
/// changes. If a call throws, the exception is logged and that message is lost.
class PresenceListener {
 public:
  virtual ~PresenceListener() = default;

  virtual void announce(std::shared_ptr<const Announcement> announcement) = 0;
  virtual void notify(std::shared_ptr<const UserNotice> notice) = 0;

  /// Called instead if memory ran out while a message was made or delivered: devices must fetch the
  /// current state. Needs no memory.
  virtual void message_lost() noexcept {}
};

}  // namespace parley::core
