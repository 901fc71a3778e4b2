// A body that goes on: server-sent events.
#pragma once

#include <optional>
#include <string>

#include "base/task.hpp"

namespace parley::api {

/// Asked again and again, about every quarter of a second, on the core of its connection, until it
/// ends, the client is gone or the server stops. Then it is destroyed.
class BodyStream {
 public:
  virtual ~BodyStream() = default;

  /// What there is to be sent by now; empty = nothing yet, nullopt = the end.
  virtual Task<std::optional<std::string>> next() = 0;
};

}  // namespace parley::api
