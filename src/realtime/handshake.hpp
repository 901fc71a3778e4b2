// The opening handshake of a WebSocket (RFC 6455, section 4).
#pragma once

#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::realtime {

/// Where published clients connect. They lose their auth frame if the socket opens before GET /me
/// is answered, so the 101 is delayed by Limits::late_open.
inline constexpr std::string_view kPublishedPath = "/";

/// Whether the request asks for a WebSocket on kPublishedPath or on api::kRealtimePath under a
/// version. The API answers all other requests for these paths.
[[nodiscard]] bool is_for_realtime(const api::Request& request);

/// Returns the response to a request for which is_for_realtime() is true: 101, 426 for another
/// version of the protocol, or 400.
[[nodiscard]] api::Response answer_handshake(const api::Request& request);

/// Returns the value of Sec-WebSocket-Accept for a Sec-WebSocket-Key.
[[nodiscard]] std::string accept_value(std::string_view key);

}  // namespace parley::realtime
