// A response body without a fixed end: server-sent events.
#pragma once

#include <optional>
#include <string>

#include "base/task.hpp"

namespace parley::api {

/// The connection calls next() on its I/O thread about every quarter of a second, until the stream
/// ends, the client disconnects or the server stops. Then it destroys the stream.
class BodyStream {
 public:
  virtual ~BodyStream() = default;

  /// The bytes to send now. Empty = nothing yet, nullopt = end of the stream.
  virtual Task<std::optional<std::string>> next() = 0;
};

}  // namespace parley::api
