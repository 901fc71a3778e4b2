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

/// Believes X-Forwarded-For and X-Forwarded-Proto only if the peer is in `trusted`: the client is
/// then the last hop that no trusted proxy added itself.
[[nodiscard]] Client find_client(const api::Request& request, std::span<const Network> trusted);

}  // namespace parley::http
