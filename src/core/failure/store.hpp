// What the domain needs of a storage engine for failures.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/failure/failure.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
class FailureStore {
 public:
  virtual ~FailureStore() = default;

  /// `count` more failures with this code in this hour; `hour` is its first moment. Nothing happens
  /// where there is no such app.
  virtual void add(std::string_view app_id, Time hour, std::string_view code,
                   std::uint64_t count) = 0;

  /// The hours from `first` on that had failures, the oldest first.
  [[nodiscard]] virtual std::vector<HourlyFailures> since(std::string_view app_id, Time first) = 0;

  /// Forgets the hours before `first`.
  virtual void forget_before(std::string_view app_id, Time first) = 0;
};

}  // namespace parley::core
