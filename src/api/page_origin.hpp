// The origin of the page that makes a request, as in the header Origin.
#pragma once

#include <string>
#include <string_view>

#include "api/request.hpp"
#include "base/result.hpp"
#include "core/app/app.hpp"

namespace parley::api {

/// The origins of the pages that this server serves. A proxy may change the host or its port, so
/// there are two.
struct OwnOrigins {
  std::string of_request;  ///< From the scheme and host of the request.
  std::string announced;   ///< From the setting `public_url`; `of_request` if that is empty.
};

[[nodiscard]] OwnOrigins own_origins(const Request& request, std::string_view public_url);

/// Whether the request comes from a page of another origin. Programs other than browsers send no
/// Origin header. `public_url`: see ApiOptions.
[[nodiscard]] bool comes_from_other_origin(const Request& request, std::string_view public_url);

/// Error: AUTH_ERR_NO_ACCESS if `app` does not allow pages of `origin`, which may contain any
/// bytes.
[[nodiscard]] Status check_page(std::string_view origin, const core::App& app);

}  // namespace parley::api
