// /users/{uid}/friends
#include "api/handlers.hpp"
#include "api/relations.hpp"

namespace parley::api {

Task<Result<Response>> add_friends(Call& call) {
  const auto results = co_await change_relations(call, "accepted", &core::RelationService::befriend,
                                                 "The user with UID {} is now a friend.");
  if (!results) co_return results.error();
  co_return data_answer(json::object{{"accepted", *results}});
}

Task<Result<Response>> remove_friends(Call& call) {
  const auto results = co_await change_relations(call, "friends", &core::RelationService::unfriend,
                                                 "The user with UID {} is no longer a friend.");
  if (!results) co_return results.error();
  co_return data_answer(*results);
}

Task<Result<Response>> list_friends(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  co_return co_await list_related(call, *query, core::RelationFilter::friends);
}

}  // namespace parley::api
