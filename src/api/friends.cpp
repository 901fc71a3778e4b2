// /users/{uid}/friends
#include <utility>

#include "api/handlers.hpp"
#include "api/relations.hpp"
#include "wire/user_json.hpp"

namespace parley::api {

Task<Result<Response>> add_friends(Call& call) {
  auto uids = call.parse(wire::parse_uids, "accepted");
  if (!uids) co_return uids.error();
  const auto changes =
      co_await call.domain().relations.befriend(call.app_id(), subject(call), std::move(*uids));
  if (!changes) co_return changes.error();
  co_return data_answer(json::object{
      {"accepted", to_json(*changes, "The user with UID {} is a friend now.", call.request.id)}});
}

Task<Result<Response>> remove_friends(Call& call) {
  auto uids = call.parse(wire::parse_uids, "friends");
  if (!uids) co_return uids.error();
  const auto changes =
      co_await call.domain().relations.unfriend(call.app_id(), subject(call), std::move(*uids));
  if (!changes) co_return changes.error();
  co_return data_answer(
      to_json(*changes, "The user with UID {} is no friend any more.", call.request.id));
}

Task<Result<Response>> list_friends(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  co_return co_await list_circle(call, *query, core::Circle::friends);
}

}  // namespace parley::api
