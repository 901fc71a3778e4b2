// What becomes of an exception that leaves a coroutine: a line in the log.
#pragma once

#include <exception>
#include <string_view>

#include "base/log.hpp"

namespace parley {

/// A completion handler for co_spawn(). `event` is static.
struct LogFailure {
  std::string_view event;

  void operator()(const std::exception_ptr& failure) const {
    if (!failure) return;
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& exception) {
      log::error(event, {{"reason", std::string_view(exception.what())}});
    } catch (...) {
      log::error(event);
    }
  }
};

}  // namespace parley
