#include "api/rate_limiter.hpp"

namespace parley::api {
namespace {

std::uint32_t limit_of(const core::RateLimits& limits, RateClass rate_class) {
  return rate_class == RateClass::core ? limits.core_per_minute : limits.other_per_minute;
}

}  // namespace

std::optional<RateStatus> RateLimiter::count(const core::App& app, RateClass rate_class,
                                             const core::RateLimits& defaults) {
  auto limit = limit_of(app.rate_limits, rate_class);
  if (limit == 0) limit = limit_of(defaults, rate_class);
  if (limit == 0) return std::nullopt;
  const auto minute = std::chrono::floor<std::chrono::minutes>(clock_.now());
  const std::lock_guard lock(mutex_);
  auto& window = windows_[{app.id, rate_class}];
  if (window.minute != minute.time_since_epoch().count())
    window = {minute.time_since_epoch().count(), 0};
  const bool exceeded = window.calls >= limit;
  if (!exceeded) ++window.calls;
  return RateStatus{limit, limit - window.calls, exceeded, minute + std::chrono::minutes{1}};
}

}  // namespace parley::api
