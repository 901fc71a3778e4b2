// How many calls a minute an app makes, where it has a limit.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/clock.hpp"
#include "core/app/app.hpp"

namespace parley::api {

/// What a call counts as.
enum class RateClass : std::uint8_t {
  core,  ///< Login, create and delete.
  other,
};

/// The state of the limit after a call.
struct RateStatus {
  std::uint32_t limit = 0;  ///< Calls a minute.
  std::uint32_t remaining = 0;
  bool exceeded = false;
  Time resets_at;
};

/// Counts by the minute of the clock, in memory: one counter an app that has a limit. Safe from
/// any thread.
class RateLimiter {
 public:
  explicit RateLimiter(const Clock& clock) : clock_(clock) {}

  /// Counts a call of the app. nullopt when neither the app nor `defaults` has a limit.
  [[nodiscard]] std::optional<RateStatus> count(const core::App& app, RateClass rate_class,
                                                const core::RateLimits& defaults);

 private:
  struct Window {
    std::int64_t minute = 0;
    std::uint32_t calls = 0;
  };

  const Clock& clock_;
  std::mutex mutex_;
  std::map<std::pair<std::string, RateClass>, Window> windows_;
};

}  // namespace parley::api
