// Cross-origin requests: which pages of other origins may read our answers. No cookie is used, so
// an origin is allowed unless the app has a list of its own.
#pragma once

#include "api/request.hpp"
#include "api/response.hpp"
#include "core/app/app.hpp"

namespace parley::api {

/// The answer to a preflight, which allows the headers that it asks for. `app`: the one that the
/// host names; nullptr = it names none.
[[nodiscard]] Response preflight(const Request& request, const core::App* app);

/// Adds what lets the page that sent `request` read `response`. `app`: the caller's; nullptr = it
/// is not known.
void allow_origin(const Request& request, const core::App* app, Response& response);

/// For answers that say nothing about an app or its users, such as the key set and the errors of
/// other paths: every page may read them.
void allow_any_origin(Response& response);

}  // namespace parley::api
