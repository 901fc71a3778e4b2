// A session as it is kept in memory, with the user it belongs to.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/app/app.hpp"
#include "core/session/session.hpp"
#include "core/user/user.hpp"

namespace parley::core {

/// Safe from any thread.
class LiveSession {
 public:
  /// `app_epoch`: of the app that the session belongs to.
  LiveSession(Session session, AppEpoch app_epoch, User user, std::uint32_t user_version)
      : session_(std::move(session)),
        app_epoch_(app_epoch),
        role_(user.role),
        user_created_at_(user.created_at),
        user_version_(user_version),
        last_used_(session_.last_used_at.time_since_epoch().count()),
        noted_(session_.used ? last_used_.load() : 0),
        user_(std::make_unique<const User>(std::move(user))) {}

  /// As stored; of last_used_at, ask last_used_at().
  [[nodiscard]] const Session& session() const { return session_; }

  /// Whether the session counts in `app`: one that had the same id before does not.
  [[nodiscard]] bool belongs_to(const App& app) const {
    return app_epoch_ == app.epoch && session_.app_id == app.id;
  }
  [[nodiscard]] AppEpoch app_epoch() const { return app_epoch_; }

  [[nodiscard]] const std::string& role() const { return role_; }
  [[nodiscard]] Time user_created_at() const { return user_created_at_; }

  /// Which state of the user this is; see SessionCache.
  [[nodiscard]] std::uint32_t user_version() const { return user_version_; }

  /// Later than or equal to what is stored, but for the moment after the clock was set back.
  [[nodiscard]] Time last_used_at() const {
    return Time{Time::duration{last_used_.load(std::memory_order_relaxed)}};
  }

  /// Takes over when `earlier`, which this one replaces in memory, was last used: what is stored
  /// lags behind. A time in the future is from before the clock was set back, and counts for less
  /// than any other.
  void continue_from(const LiveSession& earlier, Time now) {
    const auto used_before = earlier.last_used_at();
    if (used_before > now) return;
    if (last_used_at() <= now && last_used_at() >= used_before) return;
    last_used_ = earlier.last_used_.load();
    noted_ = earlier.noted_.load();
  }

  /// Notes a use. True when it should be written down, for one of the callers: the first use of
  /// all, and then one per `interval`. When the clock was set back by `interval` or more, both
  /// times follow it: a session that was used in what is the future now would be idle by the one
  /// and live by the other.
  bool use(Time now, Time::duration interval) {
    const auto milliseconds = now.time_since_epoch().count();
    auto noted = noted_.load(std::memory_order_relaxed);
    const auto since = milliseconds - noted;
    if (since < 0 && -since < interval.count()) return false;
    last_used_.store(milliseconds, std::memory_order_relaxed);
    return (since < 0 || since >= interval.count()) &&
           noted_.compare_exchange_strong(noted, milliseconds, std::memory_order_relaxed);
  }

  /// The text that `render(user, session())` makes: made at the first call, the same ever after.
  /// The user is not kept beside it.
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
  const std::uint32_t user_version_;
  std::atomic<std::int64_t> last_used_;  ///< Milliseconds.
  std::atomic<std::int64_t> noted_;      ///< The last use that was written down; 0 = none was.
  mutable std::once_flag render_once_;
  mutable std::unique_ptr<const User> user_;  ///< Until it has been rendered.
  mutable std::string rendered_;
};

using SessionPtr = std::shared_ptr<LiveSession>;

}  // namespace parley::core
