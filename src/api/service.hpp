// The API as a whole: from a parsed request to an answer.
#pragma once

#include <cstddef>
#include <optional>

#include "api/request.hpp"
#include "api/response.hpp"
#include "base/byte_budget.hpp"
#include "base/task.hpp"

namespace parley::api {

/// The verdict on a request whose body has not arrived yet.
struct Admission {
  std::optional<Response> refusal = {};  ///< Answers the request; the body is not received.
  ByteBudget::LeasePtr memory = {};      ///< Of a large body; held until the request is answered.
};

class Service {
 public:
  virtual ~Service() = default;

  /// Answers a request on the caller's executor. What goes wrong is an error answer; an exception
  /// that escapes is a bug. `request` must stay valid until the task has finished.
  virtual Task<Response> handle(const Request& request) = 0;

  /// Judges a request by its head before its body of up to `body_bytes` bytes is received: whether
  /// the caller may make the call, and whether there is memory for the body. Counts the call for
  /// its caller, since the body may never come. Otherwise as handle(), which comes after it with
  /// Request::admitted set, and does not count the call for its caller again.
  virtual Task<Admission> admit(const Request& request, std::size_t body_bytes) = 0;

  /// The largest body in bytes that `method` `path` may carry.
  [[nodiscard]] virtual std::size_t body_limit(Method method, std::string_view path) const = 0;
};

}  // namespace parley::api
