// The argument of a handler of the dashboard's API.
#pragma once

#include "api/call.hpp"
#include "core/administrator/service.hpp"

namespace parley::api::admin {

struct AdminCall : AnyCall {
  core::AdminCaller caller;  ///< Empty if the call needs no session.

  [[nodiscard]] core::Actor actor() const { return actor_of(caller.administrator, request); }

  /// The app in the path. Error: AUTH_ERR_INVALID_APPID if it does not exist.
  [[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> app() const;
};

/// Parses the call, calls the domain and serialises the result. The router puts an error into the
/// error envelope.
using AdminHandler = Task<Result<Response>> (*)(AdminCall& call);

}  // namespace parley::api::admin
