// Relations: whom a user has blocked, and who its friends are.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxRelatedAtOnce = 25;  ///< Users one call may block or befriend.

/// How far one user, the viewer, and another have blocked each other.
struct Relation {
  Time blocked_by_me_at = kNever;  ///< When the viewer blocked the other; kNever = not.
  Time blocked_me_at = kNever;     ///< When the other blocked the viewer; kNever = not.

  [[nodiscard]] bool blocked_by_me() const { return blocked_by_me_at != kNever; }
  [[nodiscard]] bool has_blocked_me() const { return blocked_me_at != kNever; }
  bool operator==(const Relation&) const = default;
};

/// The users that stand in some relation to the viewer.
enum class Circle : std::uint8_t {
  blocked_by_me,   ///< Whom the viewer has blocked.
  has_blocked_me,  ///< Who has blocked the viewer.
  blocked,         ///< Either of them.
  friends,
};

/// What became of one of the users that a call names.
struct RelationChange {
  std::string uid;
  Status status;
};

}  // namespace parley::core
