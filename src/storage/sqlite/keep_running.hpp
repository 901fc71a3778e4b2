// The loop of a thread of the engine, which must not end before its queue does.
#pragma once

#include <chrono>
#include <exception>
#include <string_view>
#include <thread>

#include "base/log_failure.hpp"

namespace parley::storage::sqlite {

/// Calls `step` until it returns false. What it throws is logged as `event`; after a pause, in
/// which a lack of memory may pass, the loop goes on.
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
