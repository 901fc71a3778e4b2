// What goes wrong in the hands of the operator: one clear line, no code.
#pragma once

#include <string>
#include <utility>

#include "base/error.hpp"

namespace parley::daemon {

/// An error whose `message` is one line for the person at the terminal.
[[nodiscard]] inline Error operator_error(std::string line) {
  return Error{ErrorCode::kErrServiceUnavailable, std::move(line), ""};
}

}  // namespace parley::daemon
