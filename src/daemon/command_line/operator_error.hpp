// Errors for the operator: one clear line, no error code.
#pragma once

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "base/passing_failure.hpp"

namespace parley::daemon {

/// An error whose `message` is one line for the operator. Control characters in `line`, which may
/// quote a file or an argument, become spaces.
[[nodiscard]] inline Error operator_error(std::string line) {
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
  std::ranges::replace_if(line, is_control, ' ');
  return Error{ErrorCode::kErrServiceUnavailable, std::move(line), ""};
}

/// As operator_error(), for a temporary condition: the same start or command may succeed later.
[[nodiscard]] inline Error passing_error(std::string line) {
  Error error = operator_error(std::move(line));
  error->retry_after = 1;
  return error;
}

/// An error for a system call that failed with the errno `error_number`, temporary or not.
[[nodiscard]] inline Error system_error(std::string line, int error_number) {
  return parley::can_pass(error_number) ? passing_error(std::move(line))
                                        : operator_error(std::move(line));
}

/// Converts an exception of the standard library, which throws EAGAIN if a thread cannot start.
[[nodiscard]] inline Error as_operator_error(const std::system_error& failure) {
  const int number = failure.code().value();
  if (number != EAGAIN) return system_error(failure.what(), number);
  return passing_error(
      "the system refuses to start another thread; check the limits on threads and memory "
      "(TasksMax of the service, ulimit -u and -v)");
}

/// Converts any error to one for the operator, who may see its internal text.
[[nodiscard]] inline Error as_operator_error(const Error& error) {
  auto line = error->internal.empty() ? error->message : error->internal;
  return error->retry_after > 0 ? passing_error(std::move(line)) : operator_error(std::move(line));
}

/// Throws an operator error from a constructor.
class OperatorException : public std::runtime_error {
 public:
  explicit OperatorException(Error error)
      : std::runtime_error(error->message), error_(std::move(error)) {}

  [[nodiscard]] const Error& error() const { return error_; }

 private:
  Error error_;
};

/// Whether an operator error is temporary.
[[nodiscard]] inline bool can_pass(const Error& error) { return error->retry_after > 0; }

}  // namespace parley::daemon
