// Failure: a login or call that was refused, counted so that an operator sees what goes wrong.
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
  std::string uid;      ///< Of a login: whose; anything that is no uid counts as not known.
  std::string address;  ///< The IP address of the caller.
};

/// Whether an answer with this code says that the caller was not let in.
[[nodiscard]] inline bool is_refusal(ErrorCode code) noexcept {
  const int status = info(code).http_status;
  return status == 401 || status == 403 || status == 429;
}

/// The failures of one hour by the code of their answer, as on the wire.
struct HourlyFailures {
  Time hour;  ///< Its first moment, by UTC.
  std::map<std::string, std::uint64_t> counts;

  bool operator==(const HourlyFailures&) const = default;
};

/// Failures are counted for so many hours, the one that runs among them; then they are forgotten.
inline constexpr std::int64_t kFailureHoursKept = 30L * 24;

}  // namespace parley::core
