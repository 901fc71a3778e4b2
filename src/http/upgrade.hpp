// The handover of a connection from HTTP to another protocol.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "api/request.hpp"
#include "api/response.hpp"
#include "http/buffer.hpp"
#include "http/place.hpp"
#include "http/plain_stream.hpp"
#include "http/tls_stream.hpp"

namespace parley::http {

/// A connection that HTTP has released.
struct Upgrade {
  std::variant<PlainStream, TlsStream> stream;
  Place place;
  std::string answer;  ///< The 101 with all headers; not written yet.
  Buffer received;     ///< What the client has sent behind its request.
};

/// Serves the connections that leave HTTP. Safe from any core.
class Upgrader {
 public:
  virtual ~Upgrader() = default;

  /// Answers a request for an upgrade: 101, or why not. nullopt: the request is none of ours.
  virtual std::optional<api::Response> answer(const api::Request& request) = 0;

  /// Takes over the connection whose `request` was answered 101, on its core. `request` is valid
  /// during the call only.
  virtual void adopt(Upgrade upgrade, const api::Request& request) = 0;
};

}  // namespace parley::http
