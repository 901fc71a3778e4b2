// Session, auth token and device <-> JSON.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/session/issue.hpp"
#include "core/session/session.hpp"

namespace parley::wire {

namespace json = boost::json;

/// With the auth token masked.
[[nodiscard]] json::object to_json(const core::Session& session);

/// With the auth token whole: for the answer that creates it.
[[nodiscard]] json::object to_json(const core::IssuedSession& issued);

/// What other services learn of a live token.
[[nodiscard]] json::object introspection_json(const core::Session& session, Time last_used_at);

/// POST /users/{uid}/auth_tokens. `ip` and `user_agent` are those of the device, empty where it
/// does not call itself; a userAgent in the body is preferred.
[[nodiscard]] Result<core::SessionRequest> parse_session_request(const json::object& body,
                                                                 std::string_view ip,
                                                                 std::string_view user_agent);

/// Whether the body of PUT /me is the session call: it names `platform` or `deviceId`.
[[nodiscard]] bool is_session_call(const json::object& body);

[[nodiscard]] Result<core::Device> parse_session_call(const json::object& body,
                                                      std::string_view user_agent);

/// PUT /users/{uid}/auth_tokens/{token}.
[[nodiscard]] Result<core::DeviceChange> parse_device_change(const json::object& body);

/// POST /introspect: the token.
[[nodiscard]] Result<std::string> parse_introspection(const json::object& body);

}  // namespace parley::wire
