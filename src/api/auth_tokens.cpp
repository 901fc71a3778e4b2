// /users/{uid}/auth_tokens, /auth_tokens and /introspect
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "api/handlers.hpp"
#include "wire/session_json.hpp"

namespace parley::api {
namespace {

Result<std::optional<Time>> read_issued_before(const Call& call) {
  auto query = call.query();
  if (!query) return query.error();
  const auto time = query->time("issuedBefore");
  if (auto status = query->finish(); !status) return status.error();
  return time;
}

}  // namespace

Task<Result<Response>> create_auth_token(Call& call) {
  const bool is_device = call.caller.is_device();
  auto wanted =
      call.parse(wire::parse_session_request, call.services.clock.now(), call.uid(),
                 is_device ? call.request.remote_address : std::string_view(),
                 is_device ? call.request.header(Header::user_agent) : std::string_view());
  if (!wanted) co_return wanted.error();
  const auto issued = co_await call.domain().sessions.log_in(call.actor(), call.caller.app,
                                                             call.uid(), std::move(*wanted));
  if (!issued) co_return issued.error();
  co_return data_answer(wire::to_json(*issued));
}

Task<Result<Response>> list_auth_tokens(Call& call) {
  const auto paging = call.paging();
  if (!paging) co_return paging.error();
  const auto found = co_await call.domain().sessions.list(call.app_id(), call.uid(),
                                                          paging->per_page, paging->page);
  if (!found) co_return found.error();
  wire::ListText sessions;
  for (const auto& session : found->sessions) sessions.add(wire::to_json(session));
  co_return page(std::move(sessions), *paging, found->total);
}

Task<Result<Response>> flush_auth_tokens(Call& call) {
  const auto cutoff = read_issued_before(call);
  if (!cutoff) co_return cutoff.error();
  const auto uid = call.uid();
  const auto ended = co_await call.domain().sessions.end_all(
      call.actor(), call.app_id(), uid, cutoff->value_or(core::kEndOfTime), {});
  if (!ended) co_return ended.error();
  if (!*cutoff) co_return success(fmt::format("All auth tokens of {} were deleted.", uid));
  co_return success(fmt::format("The auth tokens of {} issued before {} were deleted.", uid,
                                to_unix_seconds(**cutoff)));
}

Task<Result<Response>> flush_auth_tokens_of_app(Call& call) {
  const auto cutoff = read_issued_before(call);
  if (!cutoff) co_return cutoff.error();
  if (!*cutoff) co_return bad_request("issuedBefore", "is required");
  const auto ended =
      co_await call.domain().sessions.end_all_of_app(call.actor(), call.app_id(), **cutoff);
  if (!ended) co_return ended.error();
  co_return success(fmt::format("{} auth tokens issued before {} were deleted.", *ended,
                                to_unix_seconds(**cutoff)));
}

Task<Result<Response>> get_auth_token(Call& call) {
  const auto session =
      co_await call.domain().sessions.find(call.app_id(), call.uid(), call.parameters[1]);
  if (!session) co_return session.error();
  co_return data_answer(wire::to_json(*session));
}

Task<Result<Response>> update_auth_token(Call& call) {
  auto change = call.parse(wire::parse_device_change);
  if (!change) co_return change.error();
  const auto session = co_await call.domain().sessions.update_device(
      call.actor(), call.app_id(), call.uid(), call.parameters[1], std::move(*change));
  if (!session) co_return session.error();
  co_return data_answer(wire::to_json(*session));
}

Task<Result<Response>> delete_auth_token(Call& call) {
  const auto ended = co_await call.domain().sessions.end(call.actor(), call.app_id(), call.uid(),
                                                         call.parameters[1]);
  if (!ended) co_return ended.error();
  co_return success("The auth token was deleted.");
}

Task<Result<Response>> introspect(Call& call) {
  auto token = call.parse(wire::parse_introspection);
  if (!token) co_return token.error();
  const auto session = co_await call.domain().sessions.inspect(std::move(*token));
  if (!session && session.error().code == ErrorCode::kErrServiceUnavailable)
    co_return session.error();
  if (!session || !(*session)->belongs_to(*call.caller.app))
    co_return data_answer(json::object{{"active", false}});
  co_return data_answer(
      wire::introspection_json((*session)->session(), (*session)->last_used_at()));
}

}  // namespace parley::api
