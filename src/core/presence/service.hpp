// The presence service: stores the presence that lists show, and decides who is notified of a
// change.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "base/task.hpp"
#include "base/wakeup.hpp"
#include "core/environment.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/presence.hpp"
#include "core/presence/presence_event.hpp"
#include "core/presence/visibility.hpp"

namespace parley::core {

/// Safe from any thread. Changes of presence, relations, roles and profiles are queued in the order
/// in which they happen. run() announces them in that order: it first stores the online flag and
/// the last activity of users, then notifies the listener. So a device that is notified of a change
/// finds it in lists, too.
///
/// Replaying all announcements that a device receives on top of the list read at announced() yields
/// the current state: which users are online, among those it subscribed to, without those who
/// blocked its user or whom its user blocked. An announcement may repeat a state that the list
/// already showed, if the list showed a change of relations, roles or users before it was
/// announced.
///
/// If the bus may have missed events, the roles and relations of the users who are shown online are
/// read again, and differences are announced. The notices of missed changes are lost. Users whose
/// removal or deactivation was missed go offline when their sockets close.
class PresenceService {
 public:
  explicit PresenceService(Environment environment);

  /// Marks all users as offline in the store. Call it at the start, before the first device
  /// connects.
  Task<Status> reset();

  /// Call it once, before the first device connects. `listener` must outlive the last call of this
  /// service.
  void set_listener(PresenceListener& listener) { listener_ = &listener; }

  // See Presence for these three. If there is no memory for it to leave at once, a device is
  // dropped instead.
  void connect(std::string_view app_id, std::string_view uid, Time created_at, DeviceNumber device);
  void drop(std::string_view app_id, std::string_view uid, DeviceNumber device,
            SteadyTime::duration silence = {}) noexcept;
  void leave(std::string_view app_id, std::string_view uid, DeviceNumber device) noexcept;

  /// Announces changes as they happen, and ends grace periods, until stop(). Call it once, after
  /// set_listener(), on an I/O thread. While the store fails, it tries again every kRetryAfter,
  /// however many changes are added.
  Task<void> run();

  /// Lets run() announce what is pending and return. Does not wait for it.
  void stop() noexcept;

  /// What run() does whenever there is something to do: takes users offline whose grace period is
  /// over, and announces all pending changes. Call it one at a time. However it ends, changes that
  /// were not announced stay pending, with two exceptions. A change that cannot be stored because
  /// that throws is logged and dropped, since it would throw again. A message that throws when it
  /// is built or passed to the listener is logged and lost. Error: ERR_SERVICE_UNAVAILABLE, if the
  /// store fails. Throws std::bad_alloc.
  Task<Status> announce_pending();

  /// The sequence of the last change that is stored, so that lists show it. Devices that start now
  /// are notified of later ones.
  [[nodiscard]] std::uint64_t announced() const { return announced_.load(); }

  /// Whether the user is online now; lists may show it a moment later.
  [[nodiscard]] bool is_online(std::string_view app_id, std::string_view uid) const;

  /// The number of users who are online, in all apps.
  [[nodiscard]] std::size_t online() const;

 private:
  class Announcing;

  static constexpr std::chrono::milliseconds kRetryAfter{100};

  void on_event(const Event& event);
  void end_grace_periods();
  template <class F>
  void change(F make);
  void wake() noexcept;
  static void wake(Wakeup& wakeup) noexcept;
  // The next five require the mutex.
  [[nodiscard]] bool may_be_shown(const std::string& app_id, const std::string& uid) const;
  void append(PresenceEvents& events) noexcept;
  void add(PresenceEvent event);
  template <class F>
  bool add(F make);
  void forget_app(const std::string& app_id);
  [[nodiscard]] std::chrono::milliseconds time_to_next_end() const;
  Task<void> announce_and_wait();
  Task<bool> try_to_announce();
  Task<Result<std::vector<StoredState>>> record_all(const PresenceEvents& events);
  void give_up(const PresenceEvent& event, const Error& error);
  void queue_reloads() noexcept;
  void apply_or_log(const PresenceEvent& event, StoredState stored);
  void apply(const PresenceEvent& event, StoredState stored);
  void apply_presence(const PresenceEvent& event, StoredState stored);
  void apply_user(const PresenceEvent& event, StoredState stored);
  void apply_relation(const PresenceEvent& event, StoredState stored);
  void apply_reload(const PresenceEvent& event, StoredState stored);
  template <class F>
  void deliver(F send);
  void announce(const PresenceEvent& event, Time at, const UserForViewer& user,
                VisibilityChange visibility_change);
  void notify(const PresenceEvent& event, const std::string& uid, UserNotice::Action action,
              UserForViewer about);

  Environment environment_;
  PresenceListener* listener_ = nullptr;
  Wakeup wakeup_;    ///< Of run(), when it has something to do.
  Wakeup stopping_;  ///< Of run(), when it must stop.
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> events_missed_ = false;  ///< The shown users must be read again.

  mutable std::mutex mutex_;  ///< Guards the next four members.
  Presence presence_;
  PresenceEvents pending_;
  std::uint64_t last_sequence_ = 0;
  bool announcing_ = false;  ///< Some changes were taken out of pending_.

  std::atomic<std::uint64_t> announced_ = 0;
  Visibility visibility_;  ///< Used by announce_pending() only.
};

}  // namespace parley::core
