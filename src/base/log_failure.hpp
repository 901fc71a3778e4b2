// Logs exceptions that leave a coroutine.
#pragma once

#include <exception>
#include <string_view>

#include "base/log.hpp"

namespace parley {

/// A completion handler for co_spawn(). `event` must have static storage. Equal failures are logged
/// at most once per minute.
struct LogFailure {
  std::string_view event;

  void operator()(const std::exception_ptr& failure) const {
    if (!failure) return;
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& exception) {
      log::write_sparsely(log::Level::error, event, exception.what());
    } catch (...) {
      log::write_sparsely(log::Level::error, event, "an exception of unknown type");
    }
  }
};

}  // namespace parley
