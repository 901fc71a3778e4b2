// What a connection calls to have a request answered.
#pragma once

#include <cstddef>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"
#include "api/service.hpp"
#include "base/task.hpp"
#include "http/upgrade.hpp"

namespace parley::http {

class Handler {
 public:
  virtual ~Handler() = default;

  /// Answers one request, on the I/O thread of its connection. `request` stays valid until the task
  /// has finished. An exception is logged and closes the connection.
  virtual Task<api::Response> handle(const api::Request& request) = 0;

  /// Judges a request by its head when its body of up to `body_bytes` bytes has not arrived with
  /// it: as api::Service::admit(). By default every body is received.
  virtual Task<api::Admission> admit(const api::Request& /*request*/, std::size_t /*body_bytes*/) {
    co_return api::Admission{};
  }

  /// The largest body in bytes that `method` `path` may carry; more is answered 413 unread.
  [[nodiscard]] virtual std::size_t body_limit(api::Method method, std::string_view path) const = 0;

  /// Takes over the connection whose `request` was answered 101. Not called for
  /// handlers that never answer 101.
  virtual void adopt(Upgrade, const api::Request&) {}
};

}  // namespace parley::http
