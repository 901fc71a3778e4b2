#include "api/relations.hpp"

#include <utility>

#include <fmt/format.h>

#include "api/error_json.hpp"
#include "api/user_query.hpp"
#include "api/user_view.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

json::object to_json(std::span<const core::RelationChange> changes, std::string_view done,
                     std::string_view request_id) {
  json::object result;
  for (const auto& [uid, status] : changes) {
    if (status) {
      result[uid] = {{"success", true}, {"message", fmt::format(fmt::runtime(done), uid)}};
    } else {
      auto failure = failure_json(status.error(), request_id);
      failure["message"] = status.error()->message;
      result[uid] = std::move(failure);
    }
  }
  return result;
}

}  // namespace

std::string subject(const Call& call) {
  return call.caller.session ? call.caller.session->session().uid : call.uid();
}

Task<Result<json::object>> change_relations(Call& call, std::string_view field,
                                            RelationCall relation_call, std::string_view done) {
  auto uids = call.parse(wire::parse_uids, field, wire::UidCheck::none);
  if (!uids) co_return uids.error();
  const auto changes = co_await (call.domain().relations.*relation_call)(
      call.actor(), call.app_id(), subject(call), std::move(*uids));
  if (!changes) co_return changes.error();
  co_return to_json(*changes, done, call.request.id);
}

Task<Result<Response>> list_related(Call& call, Query& query,
                                    core::RelationFilter relation_filter) {
  const auto paging = query.paging();
  const bool with_tags = query.boolean("withTags");
  auto viewer = subject(call);
  auto wanted = read_relation_query(query, viewer, relation_filter, paging);
  if (!wanted) co_return wanted.error();
  auto memory = memory_for_users(call.services, call.caller.unique_name(), paging.per_page);
  if (!memory) co_return memory.error();
  const auto found = co_await call.domain().users.list_related(call.app_id(), std::move(*wanted));
  if (!found) co_return found.error();
  co_return users_page(*found, viewer, call.caller, paging, with_tags, std::move(*memory));
}

}  // namespace parley::api
