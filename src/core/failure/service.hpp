// Failures of apps, counted by hour and code.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "base/task.hpp"
#include "core/environment.hpp"
#include "core/failure/failure.hpp"
#include "core/feed/feed.hpp"

namespace parley::core {

/// All errors: ERR_SERVICE_UNAVAILABLE, when the store fails.
class FailureService {
 public:
  /// `feed`: is given each failure; outlives this.
  FailureService(Environment environment, Feed& feed);

  /// Counts one more failure of an app that exists. From any thread; it waits for nothing. It is
  /// written down by flush(), so a crash forgets the last few seconds.
  void note(Failure failure);

  /// Every one of the last `hours` hours, 1 to kFailureHoursKept, the oldest first; the last is the
  /// current one. Lacks the failures of the last seconds when they cannot be written down.
  Task<Result<std::vector<HourlyFailures>>> of_app(std::string app_id, std::int64_t hours);

  /// Writes down what was noted. Call every few seconds, and before the store closes.
  Task<Status> flush();

  /// Forgets the failures of hours that are not kept any more. Call now and then.
  Task<Status> purge();

 private:
  using Key = std::tuple<std::string, Time, std::string_view>;  ///< App, hour, code.
  using Counts = std::map<Key, std::uint64_t>;

  void forget(const std::string& app_id);

  Environment environment_;
  Feed& feed_;
  std::mutex mutex_;
  Counts noted_;  ///< Not written down yet.
};

}  // namespace parley::core
