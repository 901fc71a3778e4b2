// What goes wrong in the hands of the operator: one clear line, no code.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace parley::daemon {

/// An error whose `message` is one line for the person at the terminal. Control characters, which
/// `line` may quote from a file or an argument, become spaces.
[[nodiscard]] inline Error operator_error(std::string line) {
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
  std::ranges::replace_if(line, is_control, ' ');
  return Error{ErrorCode::kErrServiceUnavailable, std::move(line), ""};
}

}  // namespace parley::daemon
