// Metrics hooks of the HTTP layer.
#pragma once

#include <chrono>
#include <cstddef>

#include "api/request.hpp"

namespace parley::http {

/// Called on any I/O thread: implementations must be thread-safe and quick, and must not throw.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void connection_opened() = 0;
  virtual void connection_closed() = 0;

  /// A response is ready to be written. `bytes` is the size of its head and body, without what a
  /// stream sends later. `duration` starts when the head of the request is complete; it is zero for
  /// a 101. Requests that the connection itself refuses (malformed, too large, too slow) have
  /// Method::other and zero `duration`.
  virtual void request_finished(api::Method method, int status, std::chrono::nanoseconds duration,
                                std::size_t bytes) = 0;

  /// A request presented a key or token that is invalid or no longer valid.
  virtual void credential_refused() = 0;
};

}  // namespace parley::http
