// Failure: a login or call that was refused, counted so that operators see what goes wrong.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/clock.hpp"
#include "base/error_code.hpp"

namespace parley::core {

struct Failure {
  std::string app_id;
  ErrorCode code;       ///< Of the answer.
  std::string uid;      ///< Of a refused login; ignored if it is not a uid.
  std::string address;  ///< The IP address of the caller.
};

/// Whether an answer with this code refuses the caller: HTTP status 401, 403 or 429.
[[nodiscard]] inline bool is_refusal(ErrorCode code) noexcept {
  const int status = info(code).http_status;
  return status == 401 || status == 403 || status == 429;
}

/// The failures in one hour, by the code of the answer as on the wire.
struct HourlyFailures {
  Time hour;  ///< The start of the hour, in UTC.
  std::map<std::string, std::uint64_t> counts;

  bool operator==(const HourlyFailures&) const = default;
};

/// For how many hours failures are kept, including the current hour.
inline constexpr std::int64_t kFailureHoursKept = 30L * 24;

}  // namespace parley::core
