// Presence: which users are online, from the devices that come and go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "base/clock.hpp"
#include "base/steady_clock.hpp"
#include "core/presence/by_user.hpp"

namespace parley::core {

/// Names a connected device as long as the process lives; never used twice.
using DeviceNumber = std::uint64_t;

/// A user came online or went offline.
struct PresenceChange {
  std::string app_id;
  std::string uid;
  bool online = false;
  Time at = kNever;          ///< When its first device came, or the last of them was seen.
  Time created_at = kNever;  ///< When the user was: tells it from one who is given the uid later.

  bool operator==(const PresenceChange&) const = default;
};

/// A moment on both clocks: as people read it, and as waits measure it.
struct Moment {
  Time time;
  SteadyTime steady;
};

/// A user is online from its first device until kGrace after the last one was lost: a device that
/// comes back in time has never been away. A device that left on purpose has no grace.
/// Pure: time is passed in, and nothing is locked.
class Presence {
 public:
  static constexpr SteadyTime::duration kGrace = std::chrono::seconds{2};

  using Change = std::optional<PresenceChange>;

  /// A device of a user, who was created at `created_at`, connected.
  [[nodiscard]] Change connect(std::string_view app_id, std::string_view uid, Time created_at,
                               DeviceNumber device, Time now);

  /// A device is lost: it may come back. It was last seen `silence` ago. Unknown devices are
  /// ignored, here and below.
  void drop(std::string_view app_id, std::string_view uid, DeviceNumber device, Moment now,
            SteadyTime::duration silence = {});

  /// A device left for good.
  [[nodiscard]] Change leave(std::string_view app_id, std::string_view uid, DeviceNumber device,
                             Moment now);

  /// The user is gone, with all its devices: one who is given the same uid begins anew.
  [[nodiscard]] Change forget(std::string_view app_id, std::string_view uid, Time now);

  /// As forget(), unless the user is the one who was created at `created_at`. Call it before
  /// connect(): the app may have been removed, and created again, within the grace of a user.
  [[nodiscard]] Change forget_other(std::string_view app_id, std::string_view uid, Time created_at,
                                    Time now);

  /// The users whose grace is over. Call it every now and then. Setting the time of day neither
  /// shortens a grace nor lengthens it.
  [[nodiscard]] std::vector<PresenceChange> advance(SteadyTime now);

  [[nodiscard]] bool is_online(std::string_view app_id, std::string_view uid) const;

  /// Users who are online, of all apps.
  [[nodiscard]] std::size_t online() const { return users_.size(); }

 private:
  /// One who is online.
  struct State {
    Time created_at;
    boost::container::small_vector<DeviceNumber, 1> devices = {};
    std::optional<SteadyTime> lost = {};  ///< When the last device was; empty while there is one.
    Moment seen = {kNever, kLongAgo};     ///< The latest of the devices that are gone.
  };

  struct Grace {
    std::string app_id;
    std::string uid;
    SteadyTime lost;
  };

  static bool remove(State& state, DeviceNumber device, Moment last_seen);
  [[nodiscard]] PresenceChange go_offline(std::string_view app_id, std::string_view uid, Time at);

  ByUser<State> users_;
  std::deque<Grace> graces_;  ///< The oldest first. Those whose user is back mean nothing.
};

}  // namespace parley::core
