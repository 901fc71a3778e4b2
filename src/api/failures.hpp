// Reports failed calls to the domain, for operators.
#pragma once

#include <memory>
#include <string>

#include "api/request.hpp"
#include "api/routes.hpp"
#include "base/error.hpp"

namespace parley::api {

/// Records that a call was refused, or that a login failed with a 4xx; ignores other errors. `uid`:
/// the first path parameter. `app`: the caller's app; nullptr if no caller was admitted, and then
/// the app given by the request's header or host. Records nothing if there is no app.
Task<void> note_failure(const Request& request, const Route& route, std::string uid,
                        std::shared_ptr<const core::App> app, const Error& error,
                        core::Domain& domain);

}  // namespace parley::api
