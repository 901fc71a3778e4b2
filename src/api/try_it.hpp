// The built-in back end of the try-it page, in `parleyd dev` only. It does what an app's own back
// end would do, so that the page can show the production flow.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/call.hpp"

namespace parley::api {

inline constexpr std::string_view kTryItPath = "/try-it/";

/// Handles GET /try-it/config.json, which returns what the page shows, and POST /try-it/tokens
/// {uid, expiresIn?}, which creates an auth token; other methods get 405. Both are only for the
/// page itself in a browser on this machine: from a loopback address, not through a proxy, under
/// this machine's own host names, and not from other origins. Returns nullopt for all other
/// requests, as if the path did not exist.
[[nodiscard]] Task<std::optional<Response>> answer_try_it(const Request& request,
                                                          const Services& services);

/// The methods of a path that begins with kTryItPath, as the header Allow lists them; empty for
/// requests that answer_try_it() does not handle.
[[nodiscard]] std::string methods_of_try_it(const Request& request);

}  // namespace parley::api
