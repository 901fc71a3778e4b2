// What callers and the log are told when SQLite fails.
#pragma once

#include <string>

#include "base/error.hpp"

namespace parley::storage::sqlite {

/// ERR_SERVICE_UNAVAILABLE, with `reason` for the log only.
[[nodiscard]] inline Error engine_failure(std::string reason) {
  Error error = make_error(ErrorCode::kErrServiceUnavailable);
  error->internal = std::move(reason);
  error->retry_after = 1;
  return error;
}

/// ERR_SERVICE_UNAVAILABLE for a read that was cut off because it took too long.
[[nodiscard]] inline Error read_too_slow() {
  Error error = make_error(ErrorCode::kErrServiceUnavailableSlowRead);
  error->internal = "the read took too long";
  error->retry_after = 5;
  return error;
}

}  // namespace parley::storage::sqlite
