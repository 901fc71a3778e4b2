// The little back end of the try-it page, in `parleyd dev` only: what an app's own back end would
// do, so that the page can show the production flow.
#pragma once

#include <optional>
#include <string_view>

#include "api/call.hpp"

namespace parley::api {

inline constexpr std::string_view kTryItPath = "/try-it/";

/// GET /try-it/config.json: what the page shows. POST /try-it/tokens {uid, expiresIn?}: an auth
/// token. Only for the page itself in a browser on this machine: from a loopback address, not
/// through a proxy, under this machine's own names, and not from other origins. nullopt for any
/// other request, as if there were no such path.
[[nodiscard]] Task<std::optional<Response>> answer_try_it(const Request& request,
                                                          const Services& services);

}  // namespace parley::api
