// Recent activity of an app: newest users, failures, audit log
#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/array.hpp>

#include "api/admin/handlers.hpp"
#include "api/user_view.hpp"
#include "wire/activity_json.hpp"
#include "wire/audit_json.hpp"
#include "wire/user_json.hpp"

namespace parley::api::admin {
namespace {

constexpr std::int64_t kMostAtOnce = 1000;
constexpr std::int64_t kUnlessAsked = 100;
constexpr std::int64_t kHoursUnlessAsked = 24;
constexpr std::array<std::string_view, 5> kTargetKinds{"user", "role", "api_key", "app",
                                                       "administrator"};

Result<std::int64_t> read_number(const AdminCall& call, std::string_view name, std::int64_t most,
                                 std::int64_t unless_asked) {
  auto query = call.query();
  if (!query) return query.error();
  const auto number = query->number(name, 1, most);
  if (auto status = query->finish(); !status) return status.error();
  return number.value_or(unless_asked);
}

void read_times(Query& query, core::AuditQuery& wanted) {
  if (const auto from = query.time("from")) wanted.from = *from;
  if (const auto until = query.time("until")) wanted.until = *until;
}

void read_actor(Query& query, core::AuditQuery& wanted) {
  wanted.actor_id = query.text("actor").value_or("");
  const auto kind = query.text("actorKind");
  if (!kind || kind->empty()) return;
  wanted.actor_kind = core::actor_kind_from_string(*kind);
  if (!wanted.actor_kind)
    query.fail("actorKind", "must be administrator, key, user, account or server");
}

void read_target(Query& query, core::AuditQuery& wanted) {
  wanted.target_kind = query.text("targetKind").value_or("");
  wanted.target_id = query.text("target").value_or("");
  const bool known = wanted.target_kind.empty() ||
                     std::ranges::find(kTargetKinds, wanted.target_kind) != kTargetKinds.end();
  if (!known) query.fail("targetKind", "must be user, role, api_key, app or administrator");
  if (!wanted.target_id.empty() && wanted.target_kind.empty())
    query.fail("target", "needs targetKind");
}

Result<core::AuditQuery> read_audit_query(const AdminCall& call) {
  auto query = call.query();
  if (!query) return query.error();
  core::AuditQuery wanted;
  read_times(*query, wanted);
  read_actor(*query, wanted);
  wanted.action = query->text("action").value_or("");
  read_target(*query, wanted);
  wanted.limit =
      static_cast<std::uint32_t>(query->number("limit", 1, kMostAtOnce).value_or(kUnlessAsked));
  if (const auto before = query->number("before", 1, core::AuditQuery::kNewest))
    wanted.before = static_cast<std::uint64_t>(*before);
  if (auto status = query->finish(); !status) return status.error();
  return wanted;
}

Task<Result<Response>> list_log(AdminCall& call, std::string app_id) {
  auto wanted = read_audit_query(call);
  if (!wanted) co_return wanted.error();
  const auto page = co_await call.domain().audit.list(std::move(app_id), std::move(*wanted));
  if (!page) co_return page.error();
  Response response;
  response.body = wire::audit_body(*page);
  co_return response;
}

}  // namespace

Task<Result<Response>> list_newest_users(AdminCall& call) {
  const auto limit = read_number(call, "limit", kMostAtOnce, kUnlessAsked);
  if (!limit) co_return limit.error();
  const auto app = co_await call.app();
  if (!app) co_return app.error();
  auto memory = memory_for_users(call.services, caller_name(call.caller.administrator),
                                 static_cast<std::size_t>(*limit));
  if (!memory) co_return memory.error();
  const auto users =
      co_await call.domain().users.newest((*app)->id, static_cast<std::uint32_t>(*limit));
  if (!users) co_return users.error();
  json::array all;
  for (const auto& user : *users)
    all.push_back(wire::to_json(user, wire::UserView{.app_id = (*app)->id, .with_private = true}));
  auto response = data_answer(json::serialize(all));
  if (auto sized = (*memory)->resize(response.body.size()); !sized) co_return sized.error();
  response.memory = std::move(*memory);
  co_return response;
}

Task<Result<Response>> get_failures(AdminCall& call) {
  const auto hours = read_number(call, "hours", core::kFailureHoursKept, kHoursUnlessAsked);
  if (!hours) co_return hours.error();
  const auto app = co_await call.app();
  if (!app) co_return app.error();
  const auto failures = co_await call.domain().failures.of_app((*app)->id, *hours);
  if (!failures) co_return failures.error();
  co_return data_answer(wire::to_json(*failures));
}

/// Also works for a deleted app: its log is kept.
Task<Result<Response>> list_audit_events(AdminCall& call) {
  co_return co_await list_log(call, call.parameters[0]);
}

Task<Result<Response>> list_server_audit_events(AdminCall& call) {
  co_return co_await list_log(call, {});
}

}  // namespace parley::api::admin
