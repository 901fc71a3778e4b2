// Presence: which users are online, derived from the devices that connect and disconnect.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "base/clock.hpp"
#include "base/steady_clock.hpp"
#include "core/presence/by_user.hpp"

namespace parley::core {

/// Identifies a connected device within the process; never reused.
using DeviceNumber = std::uint64_t;

/// A user came online or went offline.
struct PresenceChange {
  std::string app_id;
  std::string uid;
  bool online = false;
  Time at = kNever;          ///< When the first device connected, or the last one was last seen.
  Time created_at = kNever;  ///< Of the user: distinguishes it from a later user with the uid.

  bool operator==(const PresenceChange&) const = default;
};

/// A point in time on both clocks: the one people read, and the one that measures waits.
struct Moment {
  Time time;
  SteadyTime steady;
};

/// A user is online from the time its first device connects until kGrace after the last one was
/// lost. A device that reconnects within kGrace changes nothing. A device that leaves on purpose
/// has no grace period. Time is passed in. A call that throws (std::bad_alloc) has changed nothing.
/// Not thread-safe.
class Presence {
 public:
  static constexpr SteadyTime::duration kGrace = std::chrono::seconds{2};

  using Change = std::optional<PresenceChange>;

  /// A device of a user connected. `created_at` is when the user was created. Returns a change if
  /// the user came online.
  [[nodiscard]] Change connect(std::string_view app_id, std::string_view uid, Time created_at,
                               DeviceNumber device, Time now);

  /// A device was lost and may come back. It was last seen `silence` ago. Unknown devices are
  /// ignored, here and below. Needs no memory, so that no device stays connected for lack of it.
  void drop(std::string_view app_id, std::string_view uid, DeviceNumber device, Moment now,
            SteadyTime::duration silence = {}) noexcept;

  /// A device left for good. Returns a change if it was the last one.
  [[nodiscard]] Change leave(std::string_view app_id, std::string_view uid, DeviceNumber device,
                             Moment now);

  /// The user was removed or deactivated: forgets all its devices, so that a later user with the
  /// same uid starts offline.
  [[nodiscard]] Change forget(std::string_view app_id, std::string_view uid, Time now);

  /// Like forget(), but only if the user online now was not created at `created_at`. Call it before
  /// connect(): a device of an earlier user may have connected just as that user was removed.
  [[nodiscard]] Change forget_other(std::string_view app_id, std::string_view uid, Time created_at,
                                    Time now);

  /// The app was removed: forgets all its users. Nobody is left who could see a change.
  void forget_app(std::string_view app_id) { users_.erase_app(app_id); }

  /// Takes one user offline whose grace period is over. Call it until nothing is returned.
  /// Setting the time of day does not change grace periods.
  [[nodiscard]] Change advance(SteadyTime now);

  /// When advance() has something to do next; empty if no grace period is running. May be too early
  /// if a user came back.
  [[nodiscard]] std::optional<SteadyTime> next_end() const;

  [[nodiscard]] bool is_online(std::string_view app_id, std::string_view uid) const;

  /// The number of users who are online, in all apps.
  [[nodiscard]] std::size_t online() const { return users_.size(); }

 private:
  struct Grace {
    std::string app_id;
    std::string uid;
    SteadyTime lost = kLongAgo;
  };

  /// A user who is online.
  struct State {
    Time created_at;
    boost::container::small_vector<DeviceNumber, 1> devices = {};
    std::list<Grace> next_grace;  ///< One, allocated by connect(). In graces_ while `lost` is set.
    std::optional<SteadyTime> lost = {};  ///< When the last device was lost; empty if there is one.
    Moment seen = {kNever, kLongAgo};     ///< The latest time a disconnected device was seen.
  };

  static void remove(State& state, DeviceNumber device, Moment last_seen) noexcept;
  [[nodiscard]] PresenceChange go_offline(std::string_view app_id, std::string_view uid, Time at);

  ByUser<State> users_;
  std::list<Grace> graces_;  ///< Oldest first. Ignored if the user came back.
};

}  // namespace parley::core
