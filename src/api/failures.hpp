// What operators are told of calls that fail.
#pragma once

#include <memory>
#include <string>

#include "api/request.hpp"
#include "api/routes.hpp"
#include "base/error.hpp"

namespace parley::api {

/// Notes with the domain that a call was refused, or that a login failed; other errors are the
/// caller's own business. `uid`: the first parameter of the path. `app`: that of the caller;
/// nullptr where none was let in, and then the app that the request names.
Task<void> note_failure(const Request& request, const Route& route, std::string uid,
                        std::shared_ptr<const core::App> app, const Error& error,
                        core::Domain& domain);

}  // namespace parley::api
