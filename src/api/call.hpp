// The argument and the results of an API handler.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "api/caller.hpp"
#include "api/query.hpp"
#include "api/request.hpp"
#include "api/response.hpp"
#include "api/services.hpp"
#include "base/task.hpp"
#include "wire/body.hpp"
#include "wire/list_json.hpp"

namespace parley::api {

namespace json = boost::json;

/// What calls of every API have. A call lives in the router's coroutine frame, so handlers may
/// refer to it until they return.
struct AnyCall {
  const Request& request;
  const Services& services;
  std::array<std::string, 2> parameters;  ///< Path parameters, decoded.

  [[nodiscard]] core::Domain& domain() const { return services.domain; }
  [[nodiscard]] Result<Query> query() const { return Query::parse(request.query); }

  /// Parses the body. `example`: a body of the call, for the advice. Errors: those of
  /// wire::parse_request_body().
  [[nodiscard]] Result<json::object> body(std::string_view example = {}) const {
    return wire::parse_request_body(request.body, {request.header(Header::content_type), example});
  }

  /// As body(), for a body with several objects: see wire::parse_batch_body().
  [[nodiscard]] Result<json::object> batch_body(std::string_view example) const {
    return wire::parse_batch_body(request.body, {request.header(Header::content_type), example});
  }

  /// Parses the body and returns `parser(object, arguments...)`. Errors: those of body() and of
  /// `parser`.
  template <class Parser, class... Arguments>
  auto parse(Parser parser, Arguments&&... arguments) const
      -> std::invoke_result_t<Parser, const json::object&, Arguments...> {
    const auto object = body();
    if (!object) return object.error();
    return parser(*object, std::forward<Arguments>(arguments)...);
  }
};

/// A call under /v3.
struct Call : AnyCall {
  Caller caller;

  [[nodiscard]] const std::string& app_id() const { return caller.app->id; }
  [[nodiscard]] core::Actor actor() const { return caller.actor(request); }
  /// The `{uid}` of the path, lower-cased.
  [[nodiscard]] std::string uid() const { return core::normalize_uid(parameters[0]); }
  /// Reads the query of a call that has no parameters except paging.
  [[nodiscard]] Result<Paging> paging() const;
};

/// Parses the call, calls the domain and serialises the result. The router puts an error into the
/// error envelope.
using Handler = Task<Result<Response>> (*)(Call& call);

[[nodiscard]] inline Response data_answer(const json::object& object) {
  return data_answer(json::serialize(object));
}

/// The response of a call that has nothing to return but a message.
[[nodiscard]] inline Response success(std::string_view message) {
  return data_answer(json::object{{"success", true}, {"message", message}});
}

/// The requested page of `all`.
[[nodiscard]] Response list(const json::array& all, const Paging& paging);

/// One page of a longer list with `total` entries. `cursor`: where the next page begins; empty =
/// none.
[[nodiscard]] Response page(wire::ListText objects, const Paging& paging, std::uint64_t total,
                            std::string cursor = {});

}  // namespace parley::api
