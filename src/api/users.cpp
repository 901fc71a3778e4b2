// /users and /users/{uid}
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "api/handlers.hpp"
#include "api/user_query.hpp"
#include "api/user_view.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

wire::Editor editor_of(const Caller& caller) {
  return caller.has_full_access() ? wire::Editor::full_access : wire::Editor::others;
}

Result<bool> wants_permanent(const Call& call) {
  auto query = call.query();
  if (!query) return query.error();
  const bool in_query = query->boolean("permanent");
  if (auto status = query->finish(); !status) return status.error();
  auto in_body = call.parse(wire::parse_permanent);
  if (!in_body) return in_body;
  return in_query || *in_body;
}

json::array to_array(const std::vector<std::string>& texts) {
  return json::array(texts.begin(), texts.end());
}

}  // namespace

Task<Result<Response>> create_user(Call& call) {
  auto wanted = call.parse(wire::parse_new_user, editor_of(call.caller));
  if (!wanted) co_return wanted.error();
  std::optional<core::SessionRequest> session;
  if (wanted->with_auth_token) {
    session.emplace();
    if (call.caller.is_device()) session->ip = call.request.remote_address;
  }
  const auto created = co_await call.domain().users.create(
      call.actor(), call.caller.app, std::move(wanted->user), std::move(session));
  if (!created) co_return created.error();
  auto object = user_json({created->user, {}}, call.caller.viewer(), call.caller);
  if (created->session) object["authToken"] = created->session->token.expose();
  co_return data_answer(object);
}

Task<Result<Response>> list_users(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  const auto paging = query->paging();
  const bool with_tags = query->boolean("withTags");
  auto wanted = read_user_query(*query, call.caller, paging);
  if (!wanted) co_return wanted.error();
  const auto viewer = wanted->viewer;
  auto memory = memory_for_users(call.services, call.caller.unique_name(), paging.per_page);
  if (!memory) co_return memory.error();
  const auto role = call.caller.session ? call.caller.session->role() : std::string();
  const auto found = co_await call.domain().users.list(call.app_id(), std::move(*wanted), role);
  if (!found) co_return found.error();
  co_return users_page(*found, viewer, call.caller, paging, with_tags, std::move(*memory));
}

Task<Result<Response>> get_user(Call& call) {
  const std::string viewer(call.caller.viewer());
  const auto user = co_await call.domain().users.find_for(call.app_id(), call.uid(), viewer);
  if (!user) co_return user.error();
  co_return data_answer(user_json(*user, viewer, call.caller));
}

Task<Result<Response>> update_user(Call& call) {
  const auto uid = call.uid();
  auto change = call.parse(wire::parse_user_change, uid, editor_of(call.caller));
  if (!change) co_return change.error();
  const std::string viewer(call.caller.viewer());
  const auto user = co_await call.domain().users.update(call.actor(), call.app_id(), uid,
                                                        std::move(*change), viewer);
  if (!user) co_return user.error();
  co_return data_answer(user_json(*user, viewer, call.caller));
}

Task<Result<Response>> delete_user(Call& call) {
  const auto permanent = wants_permanent(call);
  if (!permanent) co_return permanent.error();
  const auto uid = call.uid();
  if (*permanent) {
    const auto removed = co_await call.domain().users.remove(call.actor(), call.app_id(), uid);
    if (!removed) co_return removed.error();
    co_return success(fmt::format("The user with UID {} was deleted.", uid));
  }
  const std::vector<std::string> one{uid};
  const auto deactivated =
      co_await call.domain().users.deactivate(call.actor(), call.app_id(), one);
  if (!deactivated) co_return deactivated.error();
  if (deactivated->empty()) co_return core::unknown_uid_to_delete(uid);
  co_return success(fmt::format("The user with UID {} was deactivated.", uid));
}

Task<Result<Response>> deactivate_users(Call& call) {
  auto uids = call.parse(wire::parse_uids, "uidsToDeactivate", wire::UidCheck::all);
  if (!uids) co_return uids.error();
  const auto done =
      co_await call.domain().users.deactivate(call.actor(), call.app_id(), std::move(*uids));
  if (!done) co_return done.error();
  co_return data_answer(json::object{{"deactivatedUids", to_array(*done)}});
}

Task<Result<Response>> reactivate_users(Call& call) {
  auto uids = call.parse(wire::parse_uids, "uidsToActivate", wire::UidCheck::all);
  if (!uids) co_return uids.error();
  const auto done =
      co_await call.domain().users.activate(call.actor(), call.app_id(), std::move(*uids));
  if (!done) co_return done.error();
  co_return data_answer(json::object{{"activatedUids", to_array(done->activated)},
                                     {"nonDeactivatedUids", to_array(done->unchanged)}});
}

}  // namespace parley::api
