// The API: turns a parsed request into a response.
#pragma once

#include <cstddef>
#include <optional>

#include "api/request.hpp"
#include "api/response.hpp"
#include "base/byte_budget.hpp"
#include "base/task.hpp"

namespace parley::api {

/// The decision about a request before its body arrives.
struct Admission {
  std::optional<Response> refusal = {};  ///< If set, the response; the body is not received.
  ByteBudget::LeasePtr memory = {};  ///< Memory of a large body; held until the request is done.
};

class Service {
 public:
  virtual ~Service() = default;

  /// Handles a request on the caller's executor. Failures become error responses; an exception that
  /// escapes is a bug. `request` must stay valid until the task has finished.
  virtual Task<Response> handle(const Request& request) = 0;

  /// Decides, before a body of up to `body_bytes` bytes is received, whether the caller may make
  /// the call and whether there is memory for the body. Counts the call for its caller, because the
  /// body may never arrive. If there is no refusal, handle() must follow with Request::admitted
  /// set; it does not count the call for its caller again. Executor, errors and lifetime as for
  /// handle().
  virtual Task<Admission> admit(const Request& request, std::size_t body_bytes) = 0;

  /// The largest body, in bytes, allowed for `method` and `path`.
  [[nodiscard]] virtual std::size_t body_limit(Method method, std::string_view path) const = 0;
};

}  // namespace parley::api
