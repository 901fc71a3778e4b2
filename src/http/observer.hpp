// What the HTTP layer tells whoever counts.
#pragma once

#include <chrono>
#include <cstddef>

#include "api/request.hpp"

namespace parley::http {

/// Called on any core: implementations must be safe from any thread, quick, and must not throw.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void connection_opened() = 0;
  virtual void connection_closed() = 0;

  /// The answer is ready to be written. `bytes` counts its head and body; `duration` runs from the
  /// complete head of the request. Requests that could not be parsed have Method::other.
  virtual void request_finished(api::Method method, int status, std::chrono::nanoseconds duration,
                                std::size_t bytes) = 0;

  /// A request came with an invalid or ended key or token.
  virtual void credential_refused() = 0;
};

}  // namespace parley::http
