// Session, auth token and device <-> JSON.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/session/login.hpp"
#include "core/session/session.hpp"

namespace parley::wire {

namespace json = boost::json;

/// The auth token is masked.
[[nodiscard]] json::object to_json(const core::Session& session);

/// With the full auth token: for the response to its creation.
[[nodiscard]] json::object to_json(const core::IssuedSession& issued);

/// The response of POST /introspect for a live token.
[[nodiscard]] json::object introspection_json(const core::Session& session, Time last_used_at);

/// POST /users/{uid}/auth_tokens, with the `uid` of the path. `ip` and `user_agent` are those of
/// the device if it makes the call itself, else empty. A userAgent in the body replaces
/// `user_agent`. Without expiresIn, an expiresAt is the end of the session: a session that was read
/// can be sent back to create another one that ends at the same time.
[[nodiscard]] Result<core::SessionRequest> parse_session_request(const json::object& body, Time now,
                                                                 std::string_view uid,
                                                                 std::string_view ip,
                                                                 std::string_view user_agent);

/// Whether the body of PUT /me is the session call: it has a `platform` or a `deviceId`.
[[nodiscard]] bool is_session_call(const json::object& body);

[[nodiscard]] Result<core::Device> parse_session_call(const json::object& body,
                                                      std::string_view user_agent);

/// PUT /users/{uid}/auth_tokens/{token}.
[[nodiscard]] Result<core::DeviceChange> parse_device_change(const json::object& body);

/// POST /introspect: the token.
[[nodiscard]] Result<std::string> parse_introspection(const json::object& body);

}  // namespace parley::wire
