// /me/sessions: the devices of the logged-in user.
#include <utility>

#include <boost/json/array.hpp>

#include "api/handlers.hpp"
#include "wire/session_json.hpp"

namespace parley::api {
namespace {

const core::Session& own(const Call& call) { return call.caller.session->session(); }

}  // namespace

Task<Result<Response>> list_own_sessions(Call& call) {
  const auto paging = call.paging();
  if (!paging) co_return paging.error();
  const auto found = co_await call.domain().sessions.list(call.app_id(), own(call).uid,
                                                          paging->per_page, paging->page);
  if (!found) co_return found.error();
  wire::ListText sessions;
  for (const auto& session : found->sessions) {
    auto object = wire::to_json(session);
    object.erase("createdBy");  // Clients can look up neither keys nor administrators.
    object["current"] = session.id == own(call).id;
    sessions.add(std::move(object));
  }
  co_return page(std::move(sessions), *paging, found->total);
}

Task<Result<Response>> end_own_session(Call& call) {
  const auto ended = co_await call.domain().sessions.end(call.actor(), call.app_id(), own(call).uid,
                                                         call.parameters[0]);
  if (!ended) co_return ended.error();
  co_return success("The session was ended.");
}

Task<Result<Response>> end_other_sessions(Call& call) {
  auto query = call.query();
  if (!query) co_return query.error();
  if (!query->boolean("others")) query->fail("others", "must be true");
  if (auto status = query->finish(); !status) co_return status.error();
  const auto ended = co_await call.domain().sessions.end_all(
      call.actor(), call.app_id(), own(call).uid, core::kEndOfTime, own(call).id);
  if (!ended) co_return ended.error();
  co_return success("All other sessions were ended.");
}

}  // namespace parley::api
