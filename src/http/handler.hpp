// The interface through which connections have requests answered.
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

  /// Returns the response to `request`. Runs on the I/O thread of its connection. `request` stays
  /// valid until the task has finished. An exception is logged and closes the connection.
  virtual Task<api::Response> handle(const api::Request& request) = 0;

  /// Decides whether to receive the body of `request`, of up to `body_bytes` bytes. Only called if
  /// the body has not arrived together with the head. See api::Service::admit(). By default every
  /// body is received.
  virtual Task<api::Admission> admit(const api::Request& /*request*/, std::size_t /*body_bytes*/) {
    co_return api::Admission{};
  }

  /// The size limit of a body for `method` and `path`, in bytes. Larger ones are refused with 413.
  [[nodiscard]] virtual std::size_t body_limit(api::Method method, std::string_view path) const = 0;

  /// Takes over the connection after handle() has returned a 101 for `request`. Handlers that
  /// return a 101 must override it.
  virtual void adopt(Upgrade, const api::Request&) {}
};

}  // namespace parley::http
