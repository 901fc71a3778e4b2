// The cookie that holds the session token of an administrator.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/request.hpp"
#include "base/secret.hpp"

namespace parley::api::admin {

/// Whether it is safe to send a session cookie over this connection: it is HTTPS, or the host is a
/// loopback name (localhost, *.localhost, 127.0.0.1 or [::1]).
[[nodiscard]] bool is_private_connection(const Request& request);

/// The session token in the request's cookie; empty = none.
[[nodiscard]] SecretString session_token(const Request& request);

/// The value of Set-Cookie that stores a session token. Over HTTPS the name starts with `__Host-`:
/// browsers accept such a cookie only over HTTPS and only from this exact host.
[[nodiscard]] std::string set_session_cookie(const Request& request, const SecretString& token);

/// The value of Set-Cookie that deletes the session token.
[[nodiscard]] std::string clear_session_cookie(const Request& request);

}  // namespace parley::api::admin
