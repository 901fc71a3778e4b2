// Storage interface for statistics. Other numbers come from the other stores.
#pragma once

#include <string_view>
#include <vector>

#include "core/statistics/statistics.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class StatisticsStore {
 public:
  virtual ~StatisticsStore() = default;

  /// Counts a login in the hour that starts at `hour`. The app must exist.
  virtual void count_login(std::string_view app_id, Time hour) = 0;

  /// The hours from `first` on that had logins, oldest first.
  [[nodiscard]] virtual std::vector<HourlyLogins> logins_since(std::string_view app_id,
                                                               Time first) = 0;

  /// Deletes the hours before `first`.
  virtual void forget_logins_before(std::string_view app_id, Time first) = 0;
};

}  // namespace parley::core
