#include "api/rate_limiter.hpp"

#include <algorithm>
#include <functional>

namespace parley::api {
namespace {

std::uint32_t limit_of(const core::RateLimits& limits, RateClass rate_class) {
  return rate_class == RateClass::core ? limits.core_per_minute : limits.other_per_minute;
}

std::size_t index_of(RateClass rate_class) { return static_cast<std::size_t>(rate_class); }

/// Stands for a caller in 64 bits, so that it is hashed once and nothing is allocated for its name.
/// Two callers who shared a number would share a limit.
std::uint64_t number_of(core::AppEpoch app, std::string_view id) {
  std::size_t number = std::hash<std::string_view>{}(id);
  boost::hash_combine(number, app);
  return number;
}

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

struct CallerLimiter::Shard {
  struct Windows {
    MinuteWindow all;
    std::array<MinuteWindow, 2> by_class;  ///< By RateClass.
  };

  explicit Shard(std::size_t capacity) : callers(capacity) {}

  mutable std::mutex mutex;
  RecentTable<std::uint64_t, Windows> callers;
};

CallerLimiter::CallerLimiter(const SteadyClock& clock, std::size_t capacity) : clock_(clock) {
  for (auto& shard : shards_) shard = std::make_unique<Shard>(capacity / kShards);
}

CallerLimiter::~CallerLimiter() = default;

std::optional<RateStatus> CallerLimiter::count(core::AppEpoch app, std::string_view id,
                                               RateClass rate_class, std::uint32_t limit,
                                               std::uint32_t class_limit) {
  if (limit == 0 && class_limit == 0) return std::nullopt;
  const auto caller = number_of(app, id);
  // The tables use the other bits of the number.
  auto& shard = *shards_[(caller >> 8U) % kShards];
  const auto now = clock_.now();
  const std::lock_guard lock(shard.mutex);
  auto& windows = shard.callers.touch(caller);
  const auto over = [&](std::uint32_t most, MinuteWindow& window) -> std::optional<RateStatus> {
    if (most == 0 || window.admit(most, now)) return std::nullopt;
    return RateStatus{most, 0, true, window.left(now)};
  };
  if (auto exceeded = over(class_limit, windows.by_class[index_of(rate_class)])) return exceeded;
  return over(limit, windows.all);
}

std::size_t CallerLimiter::size() const {
  std::size_t total = 0;
  for (const auto& shard : shards_) {
    const std::lock_guard lock(shard->mutex);
    total += shard->callers.size();
  }
  return total;
}

}  // namespace parley::api
