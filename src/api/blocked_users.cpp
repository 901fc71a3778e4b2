// /blockedusers and /users/{uid}/blockedusers
#include "api/handlers.hpp"
#include "api/relations.hpp"

namespace parley::api {
namespace {

constexpr std::string_view kUids = "blockedUids";

core::RelationFilter read_direction(Query& query) {
  const auto direction = query.text("direction").value_or("both");
  if (direction == "blockedByMe") return core::RelationFilter::blocked_by_me;
  if (direction == "hasBlockedMe") return core::RelationFilter::has_blocked_me;
  if (direction != "both") query.fail("direction", "must be blockedByMe, hasBlockedMe or both");
  return core::RelationFilter::blocked;
}

}  // namespace

Task<Result<Response>> block_users(Call& call) {
  const auto results = co_await change_relations(call, kUids, &core::RelationService::block,
                                                 "The user with UID {} was blocked.");
  if (!results) co_return results.error();
  co_return data_answer(*results);
}

Task<Result<Response>> unblock_users(Call& call) {
  const auto results = co_await change_relations(call, kUids, &core::RelationService::unblock,
                                                 "The user with UID {} is no longer blocked.");
  if (!results) co_return results.error();
  co_return data_answer(*results);
}

Task<Result<Response>> list_blocked_users(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  const auto direction = read_direction(*query);
  co_return co_await list_related(call, *query, direction);
}

}  // namespace parley::api
