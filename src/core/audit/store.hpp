// Storage interface for the audit log.
#pragma once

#include <cstdint>
#include <exception>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "core/audit/audit.hpp"
#include "core/read_kind.hpp"

namespace parley::core {

/// Selects events of one log. All conditions must hold; an empty text sets no condition.
struct AuditQuery {
  std::optional<ActorKind> actor_kind;
  std::string actor_id;
  std::string action;       ///< "user.created", or the part before the dot for all of those.
  std::string target_kind;  ///< Set if `target_id` is.
  std::string target_id;
  Time from = kNever;                    ///< Not before this.
  Time until = Time::max();              ///< Before this.
  std::uint64_t before = kNewest;        ///< Only events with a smaller sequence.
  std::uint32_t limit = 100;             ///< At least 1.
  std::uint32_t most_examined = 10'000;  ///< Events to examine, whether they match or not.

  static constexpr std::uint64_t kNewest = std::numeric_limits<std::int64_t>::max();
};

/// A bounded piece of a log.
struct AuditSlice {
  std::vector<AuditEvent> events;  ///< Those that match, newest first.
  std::uint64_t next = 0;          ///< AuditQuery::before of the next slice; 0 = nothing is left.
};

/// Thrown if the app of the actor was removed during the call, and another app has the id now. An
/// exception, so that the many changes that append an event need not handle it: Store rolls the
/// change back and returns error().
class StaleActor : public std::exception {
 public:
  explicit StaleActor(ActorKind kind) : kind_(kind) {}
  [[nodiscard]] const char* what() const noexcept override {
    return "the app of the actor is gone";
  }

  /// The error that a later call with the same credential gets.
  [[nodiscard]] Error error() const {
    return make_error(kind_ == ActorKind::key ? ErrorCode::kAuthErrApikeyNotFound
                                              : ErrorCode::kAuthErrAuthTokenNotFound);
  }

 private:
  ActorKind kind_;
};

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here. A log
/// is only appended to, and is kept when its app is removed.
class AuditStore {
 public:
  virtual ~AuditStore() = default;

  /// Appends the event to the log of its app, with the next sequence in that log. Throws StaleActor
  /// if the actor may change one app only (Actor::app_epoch) and the event is about another app.
  virtual void append(const AuditEvent& event) = 0;

  /// Newest events first. Stops after AuditQuery::limit matches or `most_examined` events,
  /// whichever comes first. If the query has a target or an actor, only their events are examined.
  [[nodiscard]] virtual AuditSlice list(WalkPermit, std::string_view app_id,
                                        const AuditQuery& query) = 0;

  /// Removes up to `limit` events, of any log, that are older than `before`; returns how many.
  /// Removes each log's events from its beginning up to the first that is not older. Bounded, so
  /// that it does not occupy the writer for long.
  virtual std::uint64_t purge(Time before, std::uint32_t limit) = 0;
};

}  // namespace parley::core
