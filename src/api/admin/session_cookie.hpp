// The cookie that holds the session token of an administrator.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/request.hpp"
#include "base/secret.hpp"

namespace parley::api::admin {

/// Whether a browser would send a cookie of this request's host over a connection that others
/// cannot read: https, or localhost.
[[nodiscard]] bool is_private_connection(const Request& request);

/// The session token that the request carries; empty = none.
[[nodiscard]] SecretString session_token(const Request& request);

/// The value of Set-Cookie that hands out a session token. Over https the name starts with
/// `__Host-`, which browsers take from this very host alone, and over https alone.
[[nodiscard]] std::string set_session_cookie(const Request& request, const SecretString& token);

/// The value of Set-Cookie that takes it back.
[[nodiscard]] std::string clear_session_cookie(const Request& request);

}  // namespace parley::api::admin
