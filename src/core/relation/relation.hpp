// Relations: the users that a user has blocked, and its friends.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxRelatedAtOnce = 25;  ///< Maximum number of users per call.

/// The blocks between one user, the viewer, and another.
struct Relation {
  Time blocked_by_me_at = kNever;  ///< When the viewer blocked the other; kNever = not.
  Time blocked_me_at = kNever;     ///< When the other blocked the viewer; kNever = not.

  [[nodiscard]] bool blocked_by_me() const { return blocked_by_me_at != kNever; }
  [[nodiscard]] bool has_blocked_me() const { return blocked_me_at != kNever; }
  bool operator==(const Relation&) const = default;
};

/// Selects users by their relation to the viewer.
enum class RelationFilter : std::uint8_t {
  blocked_by_me,   ///< Users that the viewer has blocked.
  has_blocked_me,  ///< Users who have blocked the viewer.
  blocked,         ///< Either of them.
  friends,
};

/// The result of a call for one of the users that it lists.
struct RelationChange {
  std::string uid;
  Status status;
};

}  // namespace parley::core
