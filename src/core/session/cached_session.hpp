// A cached session, with the user it belongs to. It may have expired; see state_of().
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/app/app.hpp"
#include "core/event/event.hpp"
#include "core/session/session.hpp"
#include "core/user/user.hpp"

namespace parley::core {

/// Safe from any thread.
class CachedSession {
 public:
  /// `app_epoch`: of the app that the session belongs to. `as_of`: see as_of().
  CachedSession(Session session, AppEpoch app_epoch, User user, EventId as_of)
      : session_(std::move(session)),
        app_epoch_(app_epoch),
        role_(user.role),
        user_created_at_(user.created_at),
        as_of_(as_of),
        last_used_(session_.last_used_at.time_since_epoch().count()),
        noted_(session_.used ? last_used_.load() : 0),
        user_(std::make_unique<const User>(std::move(user))) {}

  /// The session as stored. Its last_used_at may be old: use last_used_at() instead.
  [[nodiscard]] const Session& session() const { return session_; }

  /// Whether the session belongs to `app`, and not to an earlier app with the same id.
  [[nodiscard]] bool belongs_to(const App& app) const {
    return app_epoch_ == app.epoch && session_.app_id == app.id;
  }
  [[nodiscard]] AppEpoch app_epoch() const { return app_epoch_; }

  [[nodiscard]] const std::string& role() const { return role_; }
  [[nodiscard]] Time user_created_at() const { return user_created_at_; }

  /// Session and user contain all changes up to this event.
  [[nodiscard]] EventId as_of() const { return as_of_; }

  /// Not earlier than the stored time, except right after the clock was set back.
  [[nodiscard]] Time last_used_at() const {
    return Time{Time::duration{last_used_.load(std::memory_order_relaxed)}};
  }

  /// Takes over the last use from `earlier`, which this one replaces in memory, because the stored
  /// time lags behind. A time in the future was recorded before the clock was set back; any other
  /// time wins over it.
  void continue_from(const CachedSession& earlier, Time now) {
    const auto used_before = earlier.last_used_at();
    if (used_before > now) return;
    if (last_used_at() <= now && last_used_at() >= used_before) return;
    last_used_ = earlier.last_used_.load();
    noted_ = earlier.noted_.load();
  }

  /// Records a use. Returns true to one of the callers if the use should be stored: for the first
  /// use ever, and then once per `interval`. If the clock was set back by `interval` or more, both
  /// times follow it: otherwise a session used at what is now a future time would be idle by one of
  /// the two times and live by the other.
  bool use(Time now, Time::duration interval) {
    const auto milliseconds = now.time_since_epoch().count();
    auto noted = noted_.load(std::memory_order_relaxed);
    const auto since = milliseconds - noted;
    if (since < 0 && -since < interval.count()) return false;
    last_used_.store(milliseconds, std::memory_order_relaxed);
    return (since < 0 || since >= interval.count()) &&
           noted_.compare_exchange_strong(noted, milliseconds, std::memory_order_relaxed);
  }

  /// The text that `render(user, session())` returns. The first call renders it and frees the user;
  /// later calls return the same text without calling `render`.
  template <class F>
  const std::string& rendered(F render) const {
    std::call_once(render_once_, [&] {
      rendered_ = render(*user_, session_);
      user_.reset();
    });
    return rendered_;
  }

 private:
  const Session session_;
  const AppEpoch app_epoch_;
  const std::string role_;
  const Time user_created_at_;
  const EventId as_of_;
  std::atomic<std::int64_t> last_used_;  ///< Milliseconds.
  std::atomic<std::int64_t> noted_;      ///< The last use that was to be stored; 0 = none.
  mutable std::once_flag render_once_;
  mutable std::unique_ptr<const User> user_;  ///< Freed by rendered().
  mutable std::string rendered_;
};

using SessionPtr = std::shared_ptr<CachedSession>;

}  // namespace parley::core
