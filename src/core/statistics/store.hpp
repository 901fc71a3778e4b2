// What the domain needs of a storage engine for statistics; the rest is counted by other stores.
#pragma once

#include <string_view>
#include <vector>

#include "core/statistics/statistics.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
class StatisticsStore {
 public:
  virtual ~StatisticsStore() = default;

  /// One more login in this hour; `hour` is its first moment. The app exists.
  virtual void count_login(std::string_view app_id, Time hour) = 0;

  /// The hours from `first` on that had logins, the oldest first.
  [[nodiscard]] virtual std::vector<HourlyLogins> logins_since(std::string_view app_id,
                                                               Time first) = 0;

  /// Forgets the hours before `first`.
  virtual void forget_logins_before(std::string_view app_id, Time first) = 0;
};

}  // namespace parley::core
