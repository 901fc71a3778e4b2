#include "api/rate_limiter.hpp"

#include <algorithm>

#include "base/keyed_hash.hpp"

namespace parley::api {
namespace {

std::uint32_t limit_of(const core::RateLimits& limits, RateClass rate_class) {
  return rate_class == RateClass::core ? limits.core_per_minute : limits.other_per_minute;
}

std::size_t index_of(RateClass rate_class) { return static_cast<std::size_t>(rate_class); }

}  // namespace

std::uint32_t limit_of(const core::App& app, RateClass rate_class,
                       const core::RateLimits& defaults) {
  const auto limit = limit_of(app.rate_limits, rate_class);
  return limit > 0 ? limit : limit_of(defaults, rate_class);
}

std::uint32_t share_of_one_user(std::uint32_t limit) {
  constexpr std::uint32_t kUsersAtLeast = 10;
  return limit == 0 ? 0 : std::max(limit / kUsersAtLeast, kLeastShare);
}

std::optional<RateStatus> RateLimiter::count(const core::App& app, RateClass rate_class,
                                             const core::RateLimits& defaults) {
  const auto limit = limit_of(app, rate_class, defaults);
  if (limit == 0) return std::nullopt;
  const auto now = clock_.now();
  const std::lock_guard lock(mutex_);
  auto found = windows_.find(std::string_view(app.id));
  if (found == windows_.end()) found = windows_.try_emplace(app.id).first;
  auto& window = found->second[index_of(rate_class)];
  const bool within = window.admit(limit, now);
  // The limit may have been lowered since the window began.
  const auto remaining = limit - std::min(limit, window.counted);
  return RateStatus{limit, remaining, !within, window.left(now)};
}

std::optional<RateStatus> CallerLimiter::count(core::AppEpoch app, std::string_view id,
                                               RateClass rate_class, std::uint32_t limit,
                                               std::uint32_t class_limit) {
  if (limit == 0 && class_limit == 0) return std::nullopt;
  const auto now = clock_.now();
  // The hash identifies the caller: two callers with the same hash would share a limit.
  const auto hash = keyed_hash(id, keyed_hash(app, hash_key_));
  return windows_.use(hash, now, [&](Window& window) -> std::optional<RateStatus> {
    if (window.is_over(now)) window = {now};
    auto& of_class = window.by_class[index_of(rate_class)];
    std::uint32_t exceeded = 0;
    if (limit > 0 && window.total() >= limit) exceeded = limit;
    if (class_limit > 0 && of_class >= class_limit) exceeded = class_limit;
    if (exceeded > 0) return RateStatus{exceeded, 0, true, window.left(now)};
    ++of_class;
    return std::nullopt;
  });
}

}  // namespace parley::api
