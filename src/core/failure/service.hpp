// Failures of apps, counted per hour and code.
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

/// The only error is ERR_SERVICE_UNAVAILABLE, if the store fails.
class FailureService {
 public:
  /// `feed` receives each failure and must outlive this.
  FailureService(Environment environment, Feed& feed);

  /// Counts a failure of an app, which must exist. Any thread; does not block. flush() stores the
  /// count, so a crash loses the last few seconds.
  void note(Failure failure);

  /// Returns one entry for each of the last `hours` hours, 1 to kFailureHoursKept, oldest first;
  /// the last is the current hour. If the store cannot be written, the failures of the last seconds
  /// are missing.
  Task<Result<std::vector<HourlyFailures>>> of_app(std::string app_id, std::int64_t hours);

  /// Stores what was counted. Call it every few seconds, and before the store closes. After an
  /// error the counts are kept for the next call.
  Task<Status> flush();

  /// Deletes the failures of hours that are no longer kept. Call it periodically.
  Task<Status> purge();

 private:
  using Key = std::tuple<std::string, Time, std::string_view>;  ///< App, hour, code.
  using Counts = std::map<Key, std::uint64_t>;

  void forget(const std::string& app_id);
  void put_back(Counts noted);

  Environment environment_;
  Feed& feed_;
  std::mutex mutex_;
  Counts noted_;  ///< Not stored yet.
};

}  // namespace parley::core
