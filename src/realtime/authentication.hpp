// Who a client is that sends an auth frame.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "crypto/jwt.hpp"
#include "wire/realtime_json.hpp"

namespace parley::realtime {

/// Where a client comes from, as its handshake said.
struct Origin {
  std::string address;  ///< Its IP address.
  std::string page;     ///< The header `origin`; empty unless it is a browser.
  std::string host;
  std::string app_id;  ///< The header `appId`, or empty.
};

/// The session of the auth token or jwt in the frame. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
/// AUTH_ERR_AUTH_TOKEN_EXPIRED, AUTH_ERR_INVALID_APPID when frame or handshake name another app,
/// AUTH_ERR_NO_ACCESS when they name another user or the app does not allow the page's origin.
[[nodiscard]] Task<Result<core::SessionPtr>> authenticate(const wire::AuthFrame& frame,
                                                          const Origin& origin,
                                                          core::Domain& domain,
                                                          const crypto::JwtSigner& signer);

/// The session as it is now, if it is still live and its app still there.
/// Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_AUTH_TOKEN_EXPIRED.
[[nodiscard]] Task<Result<core::SessionPtr>> authenticate_again(core::SessionPtr session,
                                                                core::Domain& domain);

}  // namespace parley::realtime
