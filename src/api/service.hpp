// The API as a whole: from a parsed request to an answer.
#pragma once

#include <memory>

#include "api/request.hpp"
#include "api/response.hpp"
#include "base/task.hpp"

namespace parley::api {

class Service {
 public:
  virtual ~Service() = default;

  /// Answers a request on the caller's executor. What goes wrong is an error answer; an exception
  /// that escapes is a bug. `request` must stay valid until the task has finished.
  virtual Task<Response> handle(const Request& request) = 0;

  /// The largest body in bytes that `method` `path` may carry.
  [[nodiscard]] virtual std::size_t body_limit(Method method, std::string_view path) const = 0;
};

}  // namespace parley::api
