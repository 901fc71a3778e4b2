// What a handler of the dashboard's API gets.
#pragma once

#include "api/call.hpp"
#include "core/administrator/service.hpp"

namespace parley::api::admin {

/// One call, in the frame of the router's coroutine: handlers may refer to it until they return.
struct AdminCall {
  const Request& request;
  const Services& services;
  core::AdminCaller caller;               ///< Empty on calls that need no session.
  std::array<std::string, 2> parameters;  ///< Of the path, decoded.

  [[nodiscard]] core::Domain& domain() const { return services.domain; }
  [[nodiscard]] core::Actor actor() const { return actor_of(caller.administrator, request); }
  [[nodiscard]] Result<Query> query() const { return Query::parse(request.query); }

  /// What `parser(body, arguments...)` makes of the JSON object in the body.
  template <class Parser, class... Arguments>
  auto parse(Parser parser, Arguments&&... arguments) const
      -> std::invoke_result_t<Parser, const json::object&, Arguments...> {
    const auto body = wire::parse_body(request.body);
    if (!body) return body.error();
    return parser(*body, std::forward<Arguments>(arguments)...);
  }

  /// The app that the path names. Error: AUTH_ERR_INVALID_APPID.
  [[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> app() const;
};

/// Parses, calls the domain, serialises. An error becomes its envelope.
using AdminHandler = Task<Result<Response>> (*)(AdminCall& call);

}  // namespace parley::api::admin
