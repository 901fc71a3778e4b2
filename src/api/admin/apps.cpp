// /apps and /apps/{appId}
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "api/admin/handlers.hpp"
#include "wire/app_json.hpp"

namespace parley::api::admin {

Task<Result<Response>> list_apps(AdminCall& call) {
  const auto apps = co_await call.domain().apps.list();
  if (!apps) co_return apps.error();
  json::array all;
  for (const auto& app : *apps) all.push_back(wire::to_json(app));
  co_return data_answer(json::serialize(all));
}

Task<Result<Response>> create_app(AdminCall& call) {
  auto draft = call.parse(wire::parse_new_app);
  if (!draft) co_return draft.error();
  const auto created = co_await call.domain().apps.create(call.actor(), std::move(*draft));
  if (!created) co_return created.error();
  co_return data_answer(wire::to_json(*created));
}

Task<Result<Response>> get_app(AdminCall& call) {
  const auto app = co_await call.app();
  if (!app) co_return app.error();
  co_return data_answer(wire::to_json(**app));
}

Task<Result<Response>> update_app(AdminCall& call) {
  auto change = call.parse(wire::parse_app_change, call.parameters[0]);
  if (!change) co_return change.error();
  const auto app =
      co_await call.domain().apps.update(call.actor(), call.parameters[0], std::move(*change));
  if (!app) co_return app.error();
  co_return data_answer(wire::to_json(*app));
}

Task<Result<Response>> delete_app(AdminCall& call) {
  const auto& id = call.parameters[0];
  const auto removed = co_await call.domain().apps.remove(call.actor(), id);
  if (!removed) co_return removed.error();
  co_return success(fmt::format("The app {} was deleted.", id));
}

}  // namespace parley::api::admin
