// The main loop of a thread of the engine. It must outlive exceptions, until its queue is closed.
#pragma once

#include <chrono>
#include <exception>
#include <string_view>
#include <thread>

#include "base/log_failure.hpp"

namespace parley::storage::sqlite {

/// Calls `step` until it returns false. Exceptions are logged as `event`; the loop continues after
/// a short pause, during which memory may become available again.
template <class F>
void keep_running(std::string_view event, F step) {
  constexpr std::chrono::milliseconds kPause{10};
  for (bool goes_on = true; goes_on;) {
    try {
      goes_on = step();
    } catch (...) {
      LogFailure{event}(std::current_exception());
      std::this_thread::sleep_for(kPause);
    }
  }
}

}  // namespace parley::storage::sqlite
