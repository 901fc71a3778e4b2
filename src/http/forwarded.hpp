// Finds the client behind reverse proxies.
#pragma once

#include <span>
#include <string>

#include "api/request.hpp"
#include "http/endpoint.hpp"

namespace parley::http {

/// The client as reported by trusted proxies; without one, the peer of the connection.
struct Client {
  std::string address;
  bool secure = false;  ///< It uses HTTPS.
};

/// Reads X-Forwarded-For and X-Forwarded-Proto, or Forwarded (RFC 7239) if both are absent, but
/// only if the peer is in `trusted`. Follows the hops from the nearest to the farthest while each
/// is in `trusted`. The first hop that is not, or else the farthest one, is the client, with the
/// protocol that the proxy next to it reported. What lies beyond is ignored, because the client may
/// have made it up.
///
/// An element of Forwarded with two `for` or two `proto` is malformed: neither its address nor its
/// protocol is used, and what lies beyond is ignored.
///
/// Forwarded is ignored next to X-Forwarded-*: a proxy that sets one kind passes on whatever its
/// client sent in the other.
[[nodiscard]] Client find_client(const api::Request& request, std::span<const Network> trusted);

}  // namespace parley::http
