// Storage interface for sessions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/read_kind.hpp"
#include "core/session/session.hpp"

namespace parley::core {

struct SessionPage {
  std::vector<Session> sessions;
  std::uint64_t total = 0;
};

/// Selects the sessions that were issued before a point in time: those created before `cutoff`, and
/// those created in the same millisecond as `cutoff` with a number up to `newest_number`.
struct IssuedBefore {
  Time cutoff;
  std::uint64_t newest_number = 0;
};

/// A use of a session that is not stored yet. The views must stay valid during the call.
struct SessionUse {
  const Session& session;
  Time used_at;
  std::string_view ip;
};

struct SessionsOfSomeUsers {
  std::vector<Session> sessions;
  /// The user to continue with; its sessions may have been listed in part. Empty = none is left.
  std::string next_uid;
};

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here. A
/// session that somebody ends is removed at once. Expired ones stay for kExpiredSessionsKept; the
/// calls below for live sessions ignore them.
class SessionStore {
 public:
  virtual ~SessionStore() = default;

  /// The only lookup without an app id: a token has 142 random bits, so its digest identifies the
  /// app, too.
  [[nodiscard]] virtual std::optional<Session> find_by_digest(const crypto::Sha256& digest) = 0;

  [[nodiscard]] virtual std::optional<Session> find(std::string_view app_id, std::string_view uid,
                                                    std::string_view session_id) = 0;

  /// A page (from 1) of the user's sessions live at `now`, newest first.
  [[nodiscard]] virtual SessionPage list_live(WalkPermit, std::string_view app_id,
                                              std::string_view uid, Time now,
                                              std::uint32_t per_page, std::uint32_t page) = 0;

  /// How many sessions of the app are live at `now`. The time it takes grows with the number of
  /// those that expire in the next minutes, and hardly with the total.
  [[nodiscard]] virtual std::uint64_t count_live(WalkPermit, std::string_view app_id, Time now) = 0;

  /// Stores a new session. So that at most `most` sessions of its user are live when it is created,
  /// removes and returns the oldest live ones, but at most kSessionsEndedAtOnce. There are more
  /// only after `most` was lowered. The next calls remove them.
  virtual std::vector<Session> begin(const Session& session, std::uint32_t most) = 0;

  /// Sets device, last_used_at and last_ip. The session must have an idle timeout if the stored one
  /// has, and none otherwise. False when it does not exist any more.
  virtual bool update(const Session& session) = 0;

  /// Marks a session as used. Returns true for the first use, and false if the session was marked
  /// before or does not exist any more. No other call changes Session::used.
  virtual bool mark_used(const Session& session) = 0;

  /// Sets last_used_at and last_ip of sessions, and last_active_at of their users, unless later
  /// times are stored. A stored time after `now` does not count, since the clock must have been set
  /// back. A session must have an idle timeout if the stored one has, and none otherwise. Ignores
  /// uses of sessions that do not exist any more.
  virtual void touch(std::span<const SessionUse> uses, Time now) = 0;

  /// Removes sessions that were read before. Returns those that still existed.
  virtual std::vector<Session> remove(std::span<const Session> sessions) = 0;

  /// The same for one session. Returns whether it still existed.
  bool remove(const Session& session) { return !remove(std::span(&session, 1)).empty(); }

  /// Removes and returns up to `limit` sessions that `issued_before` covers, except `except_id`
  /// (empty = no exception): first those of the first user, and so on. Bounded, so that it does not
  /// occupy the writer for long.
  virtual std::vector<Session> remove_some(std::string_view app_id,
                                           std::span<const std::string> uids,
                                           const IssuedBefore& issued_before,
                                           std::string_view except_id, std::uint32_t limit) = 0;

  /// The same for one user.
  std::vector<Session> remove_some(std::string_view app_id, const std::string& uid,
                                   const IssuedBefore& issued_before, std::string_view except_id,
                                   std::uint32_t limit) {
    return remove_some(app_id, std::span(&uid, 1), issued_before, except_id, limit);
  }

  /// The number of the newest session of the server. All existing sessions have this or a lower
  /// number. 0 when there is none.
  [[nodiscard]] virtual std::uint64_t newest_number() = 0;

  /// Some of the app's sessions that `issued_before` covers: those of users from `first_uid` on, up
  /// to about `limit` sessions or some hundred users, so that it is quick. Ordered by uid.
  [[nodiscard]] virtual SessionsOfSomeUsers list_issued_before(std::string_view app_id,
                                                               std::string_view first_uid,
                                                               const IssuedBefore& issued_before,
                                                               std::uint32_t limit) = 0;

  /// Removes up to `limit` sessions, of any app, that expired before `cutoff`; returns how many.
  /// Bounded, so that it does not occupy the writer for long.
  virtual std::uint64_t purge_ended(Time cutoff, std::uint32_t limit) = 0;
};

/// The maximum number of sessions that one transaction ends. A user has more of them only if
/// App::max_tokens_per_user allows it, or did before it was lowered.
inline constexpr std::uint32_t kSessionsEndedAtOnce = 500;

/// The cutoff that covers every session.
inline constexpr Time kEndOfTime = Time::max();

}  // namespace parley::core
