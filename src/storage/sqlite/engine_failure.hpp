// Errors that callers get when SQLite fails.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/log.hpp"

namespace parley::storage::sqlite {

/// ERR_SERVICE_UNAVAILABLE. `reason` goes to the log, not to the client.
[[nodiscard]] inline Error engine_failure(std::string reason) {
  Error error = make_error(ErrorCode::kErrServiceUnavailable);
  error->internal = std::move(reason);
  error->retry_after = 1;
  return error;
}

/// Like engine_failure(), and logs `event` now. The error is marked as logged, so that it is not
/// logged again.
[[nodiscard]] inline Error logged_failure(std::string_view event, std::string_view reason) {
  log::write_sparsely(log::Level::error, event, reason);
  Error error = engine_failure(std::string(reason));
  error->is_logged = true;
  return error;
}

/// ERR_SERVICE_UNAVAILABLE for a read that exceeded its time limit.
[[nodiscard]] inline Error read_too_slow() {
  Error error = make_error(ErrorCode::kErrServiceUnavailableSlowRead);
  error->internal = "the read took too long";
  error->is_logged = true;
  error->retry_after = 5;
  return error;
}

}  // namespace parley::storage::sqlite
