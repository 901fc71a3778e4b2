// What the domain needs of a storage engine for sessions.
#pragma once

#include <cstdint>
#include <optional>
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

/// Which sessions were issued before a moment, exactly: those created before `cutoff`, and of those
/// created in its very millisecond the ones with a number up to `newest_number`.
struct IssuedBefore {
  Time cutoff;
  std::uint64_t newest_number = 0;
};

struct SessionsOfSomeUsers {
  std::vector<Session> sessions;
  std::string next_uid;  ///< Where the users begin that were not looked at; empty: there are none.
};

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
/// A session that ended otherwise than by time is removed at once; expired ones stay for
/// kExpiredSessionsKept, and the calls below that speak of live sessions leave them out.
class SessionStore {
 public:
  virtual ~SessionStore() = default;

  /// The one lookup without an app id: the digest of a 142-bit secret names its app.
  [[nodiscard]] virtual std::optional<Session> find_by_digest(const crypto::Sha256& digest) = 0;

  [[nodiscard]] virtual std::optional<Session> find(std::string_view app_id, std::string_view uid,
                                                    std::string_view session_id) = 0;

  /// A page (from 1) of the user's sessions live at `now`, the newest first.
  [[nodiscard]] virtual SessionPage list_live(WalkPermit, std::string_view app_id,
                                              std::string_view uid, Time now,
                                              std::uint32_t per_page, std::uint32_t page) = 0;

  /// How many sessions of the app are live at `now`. Takes a time that grows with the number of
  /// those that end in the next minutes, and hardly with the number of all.
  [[nodiscard]] virtual std::uint64_t count_live(WalkPermit, std::string_view app_id, Time now) = 0;

  virtual void insert(const Session& session) = 0;

  /// Sets device, last_used_at, last_ip and used. Whether the session idles out must be as stored.
  /// False when it is gone.
  virtual bool update(const Session& session) = 0;

  /// Marks the session as used, and sets last_used_at and last_ip, unless it was used later
  /// already. A stored use later than `now` does not count, since the clock must have been set
  /// back. Whether it idles out must be as stored. False when it was used later, or is gone.
  virtual bool touch(const Session& session, Time last_used_at, std::string_view last_ip,
                     Time now) = 0;

  /// Removes and answers one session; nullopt when the user has none with this id.
  virtual std::optional<Session> remove(std::string_view app_id, std::string_view uid,
                                        std::string_view session_id) = 0;

  /// Removes and answers the oldest of the sessions live at `now`, so that at most `keep` remain.
  virtual std::vector<Session> remove_oldest(std::string_view app_id, std::string_view uid,
                                             Time now, std::uint32_t keep) = 0;

  /// Removes and answers up to `limit` sessions of the user that `issued_before` covers, but not
  /// `except_id` (empty = no exception). Bounded, so that the writer is never held for long.
  virtual std::vector<Session> remove_some(std::string_view app_id, std::string_view uid,
                                           const IssuedBefore& issued_before,
                                           std::string_view except_id, std::uint32_t limit) = 0;

  /// The number of the newest session of the server: all that are there now have this or a lower
  /// one. 0 when there is none.
  [[nodiscard]] virtual std::uint64_t newest_number() = 0;

  /// Some of the app's sessions that `issued_before` covers: those of users from `first_uid` on, up
  /// to about `limit` sessions or some hundred users, so that it is quick. Ordered by uid.
  [[nodiscard]] virtual SessionsOfSomeUsers list_issued_before(std::string_view app_id,
                                                               std::string_view first_uid,
                                                               const IssuedBefore& issued_before,
                                                               std::uint32_t limit) = 0;

  /// Removes up to `limit` sessions, of any app, that ended by time before `cutoff`; answers how
  /// many. Housekeeping: bounded, so that the writer is never held for long.
  virtual std::uint64_t purge_ended(Time cutoff, std::uint32_t limit) = 0;
};

/// Sessions that one transaction ends at most. A user has more of them only where
/// App::max_tokens_per_user says so.
inline constexpr std::uint32_t kSessionsEndedAtOnce = 500;

/// The cutoff that covers every session.
inline constexpr Time kEndOfTime = Time::max();

}  // namespace parley::core
