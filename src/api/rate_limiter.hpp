// How many calls per minute an app, one of its users or one of its keys may make.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/minute_window.hpp"
#include "base/window_table.hpp"
#include "core/app/app.hpp"
#include "core/versioned_cache.hpp"

namespace parley::api {

/// The class of a call. Each class has its own limit.
enum class RateClass : std::uint8_t {
  core,  ///< Login, create and delete.
  other,
};

/// The state of a limit after a call.
struct RateStatus {
  std::uint32_t limit = 0;  ///< Calls per minute.
  std::uint32_t remaining = 0;
  bool exceeded = false;
  std::chrono::milliseconds resets_in{0};  ///< At most a minute.
};

/// Counts the calls of apps that have a limit. Safe from any thread.
class RateLimiter {
 public:
  explicit RateLimiter(const SteadyClock& clock) : clock_(clock) {}

  /// Counts a call of the app. nullopt if neither the app nor `defaults` has a limit.
  [[nodiscard]] std::optional<RateStatus> count(const core::App& app, RateClass rate_class,
                                                const core::RateLimits& defaults);

 private:
  using Windows = std::array<MinuteWindow, 2>;  ///< By RateClass.

  const SteadyClock& clock_;
  std::mutex mutex_;
  std::unordered_map<std::string, Windows, core::TextHash, std::equal_to<>> windows_;
};

/// The limit that applies to the app's calls of this class; 0 = none.
[[nodiscard]] std::uint32_t limit_of(const core::App& app, RateClass rate_class,
                                     const core::RateLimits& defaults);

/// How many of an app's `limit` calls per minute a single user may make, so that one user cannot
/// use up the limit: a tenth, but at least kLeastShare. 0 if `limit` is 0.
[[nodiscard]] std::uint32_t share_of_one_user(std::uint32_t limit);
inline constexpr std::uint32_t kLeastShare = 30;

/// Counts the calls of users or of keys, in windows of a minute that begin with the caller's first
/// call. Memory is bounded: with more callers than `capacity`, some of those with the fewest calls
/// start again at zero (see WindowTable). Safe from any thread.
class CallerLimiter {
 public:
  /// `hash_key`: random, so that nobody can choose ids that collide with those of others.
  /// `capacity`: the number of callers remembered at once.
  CallerLimiter(const SteadyClock& clock, std::uint64_t hash_key, std::size_t capacity = 65'536)
      : clock_(clock), hash_key_(hash_key), windows_(capacity) {}

  /// Counts a call of the caller with this id in the app. `limit`: calls per minute over all
  /// classes; `class_limit`: calls per minute of this class; 0 = unlimited. Returns nullopt and
  /// counts the call if it is within both limits; otherwise returns the limit that it exceeds.
  /// Allocates only when a part of the table is used for the first time.
  [[nodiscard]] std::optional<RateStatus> count(core::AppEpoch app, std::string_view id,
                                                RateClass rate_class, std::uint32_t limit,
                                                std::uint32_t class_limit);

  /// The number of callers remembered now.
  [[nodiscard]] std::size_t size() const { return windows_.size(); }

 private:
  struct Window {
    SteadyTime begins = kLongAgo;
    std::array<std::uint32_t, 2> by_class{};  ///< Calls, by RateClass.

    [[nodiscard]] bool is_over(SteadyTime now) const {
      return now - begins >= MinuteWindow::kLength;
    }
    [[nodiscard]] std::uint64_t total() const { return std::uint64_t{by_class[0]} + by_class[1]; }
    [[nodiscard]] std::chrono::milliseconds left(SteadyTime now) const {
      return begins + MinuteWindow::kLength - now;
    }
  };

  const SteadyClock& clock_;
  const std::uint64_t hash_key_;
  WindowTable<Window> windows_;
};

}  // namespace parley::api
