// The opening handshake of a WebSocket (RFC 6455, section 4).
#pragma once

#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::realtime {

/// Published clients connect here. They lose their auth frame when the socket opens before GET /me
/// is answered, so it opens late.
inline constexpr std::string_view kPublishedPath = "/";
inline constexpr std::string_view kRealtimePath = "/v3/realtime";

/// Whether the request asks for a WebSocket at a path that has one.
[[nodiscard]] bool is_for_realtime(const api::Request& request);

/// Answers such a request: 101, or 400, or 426 for another version of the protocol.
[[nodiscard]] api::Response answer_handshake(const api::Request& request);

/// The value of Sec-WebSocket-Accept for a key.
[[nodiscard]] std::string accept_value(std::string_view key);

}  // namespace parley::realtime
