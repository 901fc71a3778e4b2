// /blockedusers and /users/{uid}/blockedusers
#include <utility>

#include "api/handlers.hpp"
#include "api/relations.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

constexpr std::string_view kUids = "blockedUids";

core::Circle read_direction(Query& query) {
  const auto direction = query.text("direction").value_or("both");
  if (direction == "blockedByMe") return core::Circle::blocked_by_me;
  if (direction == "hasBlockedMe") return core::Circle::has_blocked_me;
  if (direction != "both") query.fail("direction", "must be blockedByMe, hasBlockedMe or both");
  return core::Circle::blocked;
}

}  // namespace

Task<Result<Response>> block_users(Call& call) {
  auto uids = call.parse(wire::parse_uids, kUids);
  if (!uids) co_return uids.error();
  const auto changes =
      co_await call.domain().relations.block(call.app_id(), subject(call), std::move(*uids));
  if (!changes) co_return changes.error();
  co_return data_answer(to_json(*changes, "The user with UID {} was blocked.", call.request.id));
}

Task<Result<Response>> unblock_users(Call& call) {
  auto uids = call.parse(wire::parse_uids, kUids);
  if (!uids) co_return uids.error();
  const auto changes =
      co_await call.domain().relations.unblock(call.app_id(), subject(call), std::move(*uids));
  if (!changes) co_return changes.error();
  co_return data_answer(
      to_json(*changes, "The user with UID {} is not blocked any more.", call.request.id));
}

Task<Result<Response>> list_blocked_users(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  const auto direction = read_direction(*query);
  co_return co_await list_circle(call, *query, direction);
}

}  // namespace parley::api
