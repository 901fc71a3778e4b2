// Storage interface for failures.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/failure/failure.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class FailureStore {
 public:
  virtual ~FailureStore() = default;

  /// Adds `count` failures with this code to the hour that starts at `hour`. Does nothing if there
  /// is no such app.
  virtual void add(std::string_view app_id, Time hour, std::string_view code,
                   std::uint64_t count) = 0;

  /// The hours from `first` on that had failures, oldest first.
  [[nodiscard]] virtual std::vector<HourlyFailures> since(std::string_view app_id, Time first) = 0;

  /// Deletes the hours before `first`.
  virtual void forget_before(std::string_view app_id, Time first) = 0;
};

}  // namespace parley::core
