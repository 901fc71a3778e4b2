// Presence as a service: keeps what lists show, and finds out who is told of a change.
#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/task.hpp"
#include "core/environment.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/happening.hpp"
#include "core/presence/presence.hpp"
#include "core/presence/visibility.hpp"

namespace parley::core {

/// Safe from any thread. Changes of presence, of relations, roles and profiles are gathered in the
/// order in which they happen; announce_pending() carries them out in that order: it writes the
/// online flag and the last activity of users to the store, then tells the listener. So whoever is
/// told of a change finds it in lists as well.
///
/// What a device is told adds up: beginning with what lists show when announced() is read, a device
/// that gets every later announcement meant for it knows who is online, among those it subscribed
/// to who neither blocked its user nor are blocked by it. Nothing is told twice, but what a change
/// of relations, roles or users did that lists show before it is announced.
class PresenceService {
 public:
  explicit PresenceService(Environment environment);

  /// After a start, before the first device connects: nobody is online.
  Task<Status> reset();

  /// Once, before the first device connects. `listener` outlives the last call of this service.
  void set_listener(PresenceListener& listener) { listener_ = &listener; }

  // As in Presence.
  void connect(std::string_view app_id, std::string_view uid, Time created_at, DeviceNumber device);
  void drop(std::string_view app_id, std::string_view uid, DeviceNumber device,
            SteadyTime::duration silence = {});
  void leave(std::string_view app_id, std::string_view uid, DeviceNumber device);

  /// Lets graces end, and has the listener told again of what could not be announced. Call it many
  /// times a second.
  void advance();

  /// Announces all that waits. To be called when the listener was told that changes wait, once each
  /// time. However it ends, what was not announced waits for the next advance(), unless recording
  /// it throws: such a change is logged and dropped, because it would throw again. Error:
  /// ERR_SERVICE_UNAVAILABLE, when the store fails.
  Task<Status> announce_pending();

  /// The number of the last change that lists show; devices are told of later ones.
  [[nodiscard]] std::uint64_t announced() const { return announced_.load(); }

  /// Whether the user is online now; lists may show it a moment later.
  [[nodiscard]] bool is_online(std::string_view app_id, std::string_view uid) const;

  /// Users who are online, of all apps.
  [[nodiscard]] std::size_t online() const;

 private:
  using Happenings = std::list<Happening>;
  class Announcing;

  void hear(const Event& event);
  template <class F>
  void change(F make);
  // With the mutex held:
  [[nodiscard]] bool may_be_shown(const std::string& app_id, const std::string& uid) const;
  void add(Happening happening);
  void add(Presence::Change change);
  Task<Result<std::vector<Facts>>> record_all(const Happenings& happenings);
  void carry_out(const Happening& happening, Facts facts);
  void carry_out_presence(const Happening& happening, Facts facts);
  void carry_out_user(const Happening& happening, Facts facts);
  void carry_out_relation(const Happening& happening, Facts facts);
  void announce(const Happening& happening, Time at, const SeenUser& user, Turn turn);
  void notify(const Happening& happening, const std::string& uid, UserNotice::Action action,
              SeenUser about);

  Environment environment_;
  PresenceListener* listener_ = nullptr;

  mutable std::mutex mutex_;  ///< Of the next four.
  Presence presence_;
  Happenings pending_;  ///< A list: taking changes and putting them back cannot throw.
  std::uint64_t last_sequence_ = 0;
  bool announcing_ = false;

  std::atomic<std::uint64_t> announced_ = 0;
  Visibility visibility_;  ///< Of announce_pending() alone.
};

}  // namespace parley::core
