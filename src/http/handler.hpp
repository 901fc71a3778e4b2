// What a connection calls to have a request answered.
#pragma once

#include <cstddef>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"
#include "base/task.hpp"
#include "http/upgrade.hpp"

namespace parley::http {

class Handler {
 public:
  virtual ~Handler() = default;

  /// Answers one request, on the core of its connection. `request` stays valid until the task has
  /// finished. An exception is logged and closes the connection.
  virtual Task<api::Response> handle(const api::Request& request) = 0;

  /// The largest body in bytes that `method` `path` may carry; more is answered 413 unread.
  [[nodiscard]] virtual std::size_t body_limit(api::Method method, std::string_view path) const = 0;

  /// Takes over the connection whose `request` was answered 101. A handler that never answers so
  /// is never asked.
  virtual void adopt(Upgrade, const api::Request&) {}
};

}  // namespace parley::http
