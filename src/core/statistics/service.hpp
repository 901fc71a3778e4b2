// The use of apps in numbers, for which neither users nor sessions are counted one by one.
#pragma once

#include <cstdint>
#include <string>

#include "base/task.hpp"
#include "core/environment.hpp"
#include "core/statistics/statistics.hpp"

namespace parley::core {

/// All errors: ERR_SERVICE_UNAVAILABLE, when the store fails.
class StatisticsService {
 public:
  explicit StatisticsService(Environment environment) : environment_(environment) {}

  /// `hours`: how many hours of logins, 1 to kLoginHoursKept.
  Task<Result<AppStatistics>> of_app(std::string app_id, std::int64_t hours);

  /// The live sessions of all apps.
  Task<Result<std::uint64_t>> live_sessions();

  /// Forgets the logins of hours that are not kept any more. Call now and then.
  Task<Status> purge();

 private:
  Environment environment_;
};

}  // namespace parley::core
