// /roles
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "api/handlers.hpp"
#include "wire/role_json.hpp"

namespace parley::api {
namespace {

std::string role_of(const Call& call) { return core::normalize_uid(call.parameters[0]); }

}  // namespace

Task<Result<Response>> create_role(Call& call) {
  auto wanted = call.parse(wire::parse_new_role);
  if (!wanted) co_return wanted.error();
  const auto role =
      co_await call.domain().roles.create(call.actor(), call.app_id(), std::move(*wanted));
  if (!role) co_return role.error();
  co_return data_answer(wire::to_json(call.app_id(), *role));
}

Task<Result<Response>> list_roles(Call& call) {
  const auto paging = call.paging();
  if (!paging) co_return paging.error();
  const auto roles = co_await call.domain().roles.list(call.app_id());
  if (!roles) co_return roles.error();
  json::array all;
  for (const auto& role : *roles) all.push_back(wire::to_json(call.app_id(), role));
  co_return list(all, *paging);
}

Task<Result<Response>> get_role(Call& call) {
  const auto role = co_await call.domain().roles.find(call.app_id(), role_of(call));
  if (!role) co_return role.error();
  co_return data_answer(wire::to_json(call.app_id(), *role));
}

Task<Result<Response>> update_role(Call& call) {
  const auto id = role_of(call);
  auto change = call.parse(wire::parse_role_change, id);
  if (!change) co_return change.error();
  const auto role =
      co_await call.domain().roles.update(call.actor(), call.app_id(), id, std::move(*change));
  if (!role) co_return role.error();
  co_return data_answer(wire::to_json(call.app_id(), *role));
}

Task<Result<Response>> delete_role(Call& call) {
  const auto id = role_of(call);
  const auto removed = co_await call.domain().roles.remove(call.actor(), call.app_id(), id);
  if (!removed) co_return removed.error();
  co_return success(fmt::format("The role {} was deleted.", id));
}

}  // namespace parley::api
