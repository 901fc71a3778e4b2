// The handover of a connection from HTTP to another protocol.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "api/request.hpp"
#include "api/response.hpp"
#include "http/buffer.hpp"
#include "http/connection_slot.hpp"
#include "http/plain_stream.hpp"
#include "http/tls_stream.hpp"

namespace parley::http {

/// A connection that the HTTP layer hands over.
struct Upgrade {
  std::variant<PlainStream, TlsStream> stream;
  ConnectionSlot slot;
  std::string answer;  ///< The 101 with all headers; not written yet.
  Buffer received;     ///< Bytes that the client has sent after its request.
};

/// Serves connections that switch to another protocol. Safe from any I/O thread.
class Upgrader {
 public:
  virtual ~Upgrader() = default;

  /// Returns the response to an upgrade request: a 101, or an error. Returns nullopt if the request
  /// is not for this upgrader.
  virtual std::optional<api::Response> answer(const api::Request& request) = 0;

  /// Takes over the connection after answer() has returned a 101 for `request`. Called on the I/O
  /// thread of the connection. `request` is only valid during the call.
  virtual void adopt(Upgrade upgrade, const api::Request& request) = 0;
};

}  // namespace parley::http
