// /session, /sessions, /password and /server
#include <utility>

#include <boost/json/array.hpp>

#include "api/admin/handlers.hpp"
#include "wire/administrator_json.hpp"

namespace parley::api::admin {

Task<Result<Response>> get_session(AdminCall& call) {
  const auto& caller = call.caller;
  co_return data_answer(wire::signed_in_json(caller.administrator, caller.session, caller.csrf));
}

Task<Result<Response>> list_own_sessions(AdminCall& call) {
  const auto& caller = call.caller;
  const auto sessions =
      co_await call.domain().admin_sessions.list_sessions(caller.administrator.id);
  if (!sessions) co_return sessions.error();
  json::array all;
  for (const auto& session : *sessions) all.push_back(wire::to_json(session, caller.session.id));
  co_return data_answer(json::serialize(all));
}

Task<Result<Response>> end_own_session(AdminCall& call) {
  const auto ended = co_await call.domain().admin_sessions.end_session(
      call.actor(), call.caller.administrator.id, call.parameters[0]);
  if (!ended) co_return ended.error();
  co_return success("The session was ended.");
}

Task<Result<Response>> change_own_password(AdminCall& call) {
  auto change = call.parse(wire::parse_password_change);
  if (!change) co_return change.error();
  const auto changed = co_await call.domain().admin_sessions.change_own_password(
      call.actor(), call.caller.session, std::move(change->current), std::move(change->password));
  if (!changed) co_return changed.error();
  co_return success("Your password was changed.");
}

Task<Result<Response>> get_server(AdminCall& call) {
  const auto& options = call.services.options;
  json::object server{{"version", options.version}, {"development", options.development}};
  if (!options.public_url.empty()) server["publicUrl"] = options.public_url;
  if (options.try_it) server["tryItAppId"] = options.try_it->app_id;
  co_return data_answer(server);
}

}  // namespace parley::api::admin
