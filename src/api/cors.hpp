// Cross-origin requests: which pages of other origins may read our responses. The API uses no
// cookies, so every origin is allowed unless the app has its own list.
#pragma once

#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"
#include "core/app/app.hpp"

namespace parley::api {

/// The response to a preflight. Allows every origin, so that a page that the app does not allow can
/// read the error of the call itself; and the headers that the request asks for. `allowed`: the
/// methods of the path, as the header Allow lists them for requests that are not preflights; empty
/// if the path is unknown.
[[nodiscard]] Response preflight(const Request& request, std::string allowed);

/// Adds the headers that let the page that sent `request` read `response`, if the app allows its
/// origin or the page is served by this server. `app`: the caller's app; nullptr = unknown, and
/// then every origin is allowed. `public_url`: see ApiOptions.
void allow_origin(const Request& request, const core::App* app, std::string_view public_url,
                  Response& response);

/// Lets every page read the response. For responses that reveal nothing about an app or its users,
/// such as the key set and the errors of unknown paths.
void allow_any_origin(Response& response);

/// An error that every page can read.
[[nodiscard]] Response readable_error(const Error& problem, std::string_view request_id);

}  // namespace parley::api
