// The argument of a handler of the dashboard's API.
#pragma once

#include "api/call.hpp"
#include "core/administrator/service.hpp"

namespace parley::api::admin {

/// One API call. It lives in the router's coroutine frame, so handlers may refer to it until they
/// return.
struct AdminCall {
  const Request& request;
  const Services& services;
  core::AdminCaller caller;               ///< Empty if the call needs no session.
  std::array<std::string, 2> parameters;  ///< Path parameters, decoded.

  [[nodiscard]] core::Domain& domain() const { return services.domain; }
  [[nodiscard]] core::Actor actor() const { return actor_of(caller.administrator, request); }
  [[nodiscard]] Result<Query> query() const { return Query::parse(request.query); }

  /// Parses the body as a JSON object and returns `parser(object, arguments...)`. Errors: those of
  /// wire::parse_body() and of `parser`.
  template <class Parser, class... Arguments>
  auto parse(Parser parser, Arguments&&... arguments) const
      -> std::invoke_result_t<Parser, const json::object&, Arguments...> {
    const auto body = wire::parse_body(request.body);
    if (!body) return body.error();
    return parser(*body, std::forward<Arguments>(arguments)...);
  }

  /// The app in the path. Error: AUTH_ERR_INVALID_APPID if it does not exist.
  [[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> app() const;
};

/// Parses the call, calls the domain and serialises the result. The router puts an error into the
/// error envelope.
using AdminHandler = Task<Result<Response>> (*)(AdminCall& call);

}  // namespace parley::api::admin
