// Converts an exception into an Error, for code that must always answer.
#pragma once

#include <exception>
#include <new>
#include <string_view>

#include "base/error.hpp"

namespace parley {

/// The error to answer a call with that threw `thrown`: ERR_SERVICE_UNAVAILABLE with retry_after if
/// memory ran out, which can pass; ERR_EXCEPTION, a bug, for anything else. Only `internal` says
/// what happened. May throw std::bad_alloc.
[[nodiscard]] inline Error error_of_exception(const std::exception_ptr& thrown,
                                              std::string_view request_id) {
  const auto bug = [&](std::string_view reason) {
    auto error = make_error(ErrorCode::kErrException, {{"requestId", request_id}});
    error->internal = reason;
    return error;
  };
  try {
    std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    auto error = make_error(ErrorCode::kErrServiceUnavailable);
    error->internal = "out of memory";
    error->retry_after = 1;
    return error;
  } catch (const std::exception& exception) {
    return bug(exception.what());
  } catch (...) {
    return bug("an exception of unknown type");
  }
}

}  // namespace parley
