// Who the client is when a proxy stands in between.
#pragma once

#include <span>
#include <string>

#include "api/request.hpp"
#include "http/endpoint.hpp"

namespace parley::http {

/// What a trusted proxy says of the client. Without one, what the connection says.
struct Client {
  std::string address;
  bool secure = false;
};

/// Believes X-Forwarded-For and X-Forwarded-Proto, or else Forwarded (RFC 7239), only if the peer
/// is in `trusted`, and of what they list only what trusted proxies added: the client is the last
/// hop that is not one, and speaks the protocol that the proxy next to it saw.
///
/// Forwarded is not read next to X-Forwarded-*: a proxy that writes one of the two passes on what
/// its client claims in the other.
[[nodiscard]] Client find_client(const api::Request& request, std::span<const Network> trusted);

}  // namespace parley::http
