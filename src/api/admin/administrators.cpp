// /administrators
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "api/admin/handlers.hpp"
#include "wire/administrator_json.hpp"

namespace parley::api::admin {

Task<Result<Response>> list_administrators(AdminCall& call) {
  const auto administrators = co_await call.domain().administrators.list();
  if (!administrators) co_return administrators.error();
  json::array all;
  for (const auto& administrator : *administrators) all.push_back(wire::to_json(administrator));
  co_return data_answer(json::serialize(all));
}

Task<Result<Response>> create_administrator(AdminCall& call) {
  auto draft = call.parse(wire::parse_new_administrator);
  if (!draft) co_return draft.error();
  const auto invited =
      co_await call.domain().administrators.invite(call.actor(), std::move(*draft));
  if (!invited) co_return invited.error();
  auto object = wire::to_json(invited->link);
  object["administrator"] = wire::to_json(invited->administrator);
  co_return data_answer(object);
}

Task<Result<Response>> update_administrator(AdminCall& call) {
  auto change = call.parse(wire::parse_administrator_change);
  if (!change) co_return change.error();
  const auto updated = co_await call.domain().administrators.update(
      call.actor(), call.parameters[0], std::move(*change));
  if (!updated) co_return updated.error();
  co_return data_answer(wire::to_json(*updated));
}

Task<Result<Response>> delete_administrator(AdminCall& call) {
  auto& administrators = call.domain().administrators;
  const auto found = co_await administrators.find(call.parameters[0]);
  if (!found) co_return found.error();
  const auto removed = co_await administrators.remove(call.actor(), found->id);
  if (!removed) co_return removed.error();
  co_return success(fmt::format("The administrator {} was removed.", found->email));
}

Task<Result<Response>> create_sign_in_link(AdminCall& call) {
  const auto link =
      co_await call.domain().administrators.create_link(call.actor(), call.parameters[0]);
  if (!link) co_return link.error();
  co_return data_answer(wire::to_json(*link));
}

}  // namespace parley::api::admin
