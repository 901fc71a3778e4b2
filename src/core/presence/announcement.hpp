// What is told to the devices of an app when the presence of a user changes, and to whom.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/user/seen.hpp"

namespace parley::core {

/// Which users a device asked to be told about.
enum class Subscription : std::uint8_t { none, all_users, roles, friends };

/// The devices that are told: those of the app whose subscription one of the first three names, but
/// never the user's own.
struct Recipients {
  bool all_users = true;  ///< Those subscribed to all users.
  std::string role = {};  ///< Those subscribed to this role; empty = none.
  /// Those subscribed to friends whose user is one of these. Sorted, as the next.
  std::vector<std::string> friends = {};
  std::vector<std::string> hidden_from = {};  ///< Without the devices of these users.
  std::string except_role = {};  ///< Without those subscribed to this role; empty = no exception.
  bool any_role = false;         ///< Those subscribed to roles, whichever.
  std::string only = {};         ///< The devices of this user alone; empty = of everybody.
};

/// A user came online or went offline, as its recipients see it.
struct Announcement {
  std::uint64_t sequence = 0;  ///< Counts up; see PresenceService::announced().
  std::string app_id;
  bool online = false;
  bool repeated = false;  ///< Told to be sure: it may be no news.
  Time at;
  SeenUser user;  ///< As it is now; with its relation when one user alone is told.
  Recipients recipients;
};

/// What a device asked to be told, and from when on.
struct Subscriber {
  Subscription subscription = Subscription::none;
  std::vector<std::string> roles = {};  ///< Of Subscription::roles; each once.
  std::uint64_t since = 0;              ///< It knows of the changes up to this number.
};

/// Whether a device of the user `uid`, of the same app, is told.
[[nodiscard]] bool is_told(const Subscriber& subscriber, const std::string& uid,
                           const Announcement& announcement);

/// Something else that concerns the devices of one user.
struct UserNotice {
  enum class Action : std::uint8_t {
    updated,    ///< `about` is the user itself.
    blocked,    ///< One of the two has blocked the other.
    unblocked,  ///< And not any more.
  };

  std::uint64_t sequence = 0;
  std::string app_id;
  std::string uid;  ///< Whose devices are told.
  Action action = Action::updated;
  SeenUser about;  ///< As `uid` sees it.
};

/// Who passes these on to the devices. Called in the order of the changes, one call at a time. What
/// announce() or notify() throws is logged, and that one announcement is lost; what changes_wait()
/// throws leaves the changes waiting.
class PresenceListener {
 public:
  virtual ~PresenceListener() = default;

  /// Changes wait: call PresenceService::announce_pending() soon, as a task of its own. Any thread.
  virtual void changes_wait() = 0;

  virtual void announce(std::shared_ptr<const Announcement> announcement) = 0;
  virtual void notify(std::shared_ptr<const UserNotice> notice) = 0;
};

}  // namespace parley::core
