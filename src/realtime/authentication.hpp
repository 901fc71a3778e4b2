// Authenticates clients by their auth frame.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "crypto/jwt.hpp"
#include "wire/realtime_json.hpp"

namespace parley::realtime {

/// Where a client connects from, according to its handshake.
struct ClientOrigin {
  std::string address;  ///< Its IP address.
  std::string page;     ///< The Origin header if it is of another origin; else empty.
  std::string host;     ///< The Host header.
  std::string app_id;   ///< The header `appId`, or empty.
};

/// Returns the session of the auth token or JWT in `frame`. Arguments must stay valid until the
/// task has finished. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_AUTH_TOKEN_EXPIRED,
/// AUTH_ERR_INVALID_APPID if the frame or the handshake is for another app, AUTH_ERR_NO_ACCESS if
/// the frame is for another user or the app does not allow the page's origin.
[[nodiscard]] Task<Result<core::SessionPtr>> authenticate(const wire::AuthFrame& frame,
                                                          const ClientOrigin& origin,
                                                          core::Domain& domain,
                                                          const crypto::JwtSigner& signer);

/// Returns the session as it is now, if it is still live and its app still exists.
/// Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_AUTH_TOKEN_EXPIRED.
[[nodiscard]] Task<Result<core::SessionPtr>> authenticate_again(core::SessionPtr session,
                                                                core::Domain& domain);

}  // namespace parley::realtime
