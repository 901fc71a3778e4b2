// /apikeys
#include <utility>

#include <boost/json/array.hpp>

#include "api/handlers.hpp"
#include "wire/apikey_json.hpp"

namespace parley::api {
namespace {

core::ApiKeyQuery read_query(Query& query) {
  core::ApiKeyQuery wanted;
  wanted.search = query.text("searchKey").value_or("");
  if (const auto scope = query.text("scope")) {
    wanted.scope = core::scope_from_string(*scope);
    if (!wanted.scope) query.fail("scope", "must be authOnly or fullAccess");
  }
  return wanted;
}

}  // namespace

Task<Result<Response>> create_api_key(Call& call) {
  auto wanted = call.parse(wire::parse_new_api_key);
  if (!wanted) co_return wanted.error();
  const auto created = co_await call.domain().api_keys.create(
      call.actor(), call.app_id(), std::move(wanted->name), wanted->scope);
  if (!created) co_return created.error();
  co_return data_answer(wire::to_json(*created));
}

Task<Result<Response>> list_api_keys(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  const auto paging = query->paging();
  auto wanted = read_query(*query);
  if (auto status = query->finish(); !status) co_return status.error();
  const auto keys = co_await call.domain().api_keys.list(call.app_id(), std::move(wanted));
  if (!keys) co_return keys.error();
  json::array all;
  for (const auto& key : *keys) all.push_back(wire::to_json(key));
  co_return list(all, paging);
}

Task<Result<Response>> get_api_key(Call& call) {
  const auto key = co_await call.domain().api_keys.find(call.app_id(), call.parameters[0]);
  if (!key) co_return key.error();
  co_return data_answer(wire::to_json(*key));
}

Task<Result<Response>> update_api_key(Call& call) {
  auto change = call.parse(wire::parse_api_key_change);
  if (!change) co_return change.error();
  const auto key = co_await call.domain().api_keys.update(call.actor(), call.app_id(),
                                                          call.parameters[0], std::move(*change));
  if (!key) co_return key.error();
  co_return data_answer(wire::to_json(*key));
}

Task<Result<Response>> delete_api_key(Call& call) {
  const auto removed =
      co_await call.domain().api_keys.remove(call.actor(), call.app_id(), call.parameters[0]);
  if (!removed) co_return removed.error();
  co_return success("The API key was deleted.");
}

}  // namespace parley::api
