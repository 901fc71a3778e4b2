// Usage statistics of apps, obtained without counting users or sessions one by one.
#pragma once

#include <cstdint>
#include <string>

#include "base/task.hpp"
#include "core/environment.hpp"
#include "core/statistics/statistics.hpp"

namespace parley::core {

/// The only error is ERR_SERVICE_UNAVAILABLE, if the store fails.
class StatisticsService {
 public:
  explicit StatisticsService(Environment environment) : environment_(environment) {}

  /// `hours`: for how many hours to return logins, 1 to kLoginHoursKept.
  Task<Result<AppStatistics>> of_app(std::string app_id, std::int64_t hours);

  /// The number of live sessions of all apps.
  Task<Result<std::uint64_t>> live_sessions();

  /// Deletes the logins of hours that are no longer kept. Call it periodically.
  Task<Status> purge();

 private:
  Environment environment_;
};

}  // namespace parley::core
