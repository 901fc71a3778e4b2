#include "api/admin/routes.hpp"

#include <algorithm>

#include "api/admin/handlers.hpp"

namespace parley::api::admin {
namespace {

using M = Method;
using enum core::AdminRole;

constexpr std::string_view kApps = "/apps/";

// The query parameters of each call, as listed in contract/admin.
using Name = std::string_view;
constexpr Name kAudit[] = {"limit",      "before", "actorKind", "actor", "action",
                           "targetKind", "target", "from",      "until"};
constexpr Name kLimit[] = {"limit"};
constexpr Name kHours[] = {"hours"};

constexpr AdminRoute kRoutes[] = {
    {M::post, "/sign_in", std::nullopt, sign_in},
    {M::post, "/sign_in/link", std::nullopt, sign_in_with_link},
    {M::get, "/session", viewer, get_session},
    {M::del, "/session", viewer, sign_out},
    {M::get, "/sessions", viewer, list_own_sessions},
    {M::del, "/sessions", viewer, sign_out_everywhere},
    {M::del, "/sessions/{id}", viewer, end_own_session},
    {M::put, "/password", viewer, change_own_password},
    {M::get, "/server", viewer, get_server},

    {M::get, "/administrators", owner, list_administrators},
    {M::post, "/administrators", owner, create_administrator},
    {M::put, "/administrators/{id}", owner, update_administrator},
    {M::del, "/administrators/{id}", owner, delete_administrator},
    {M::post, "/administrators/{id}/link", owner, create_sign_in_link},
    {M::get, "/audit", owner, list_server_audit_events, kAudit},

    {M::get, "/apps", viewer, list_apps},
    {M::post, "/apps", developer, create_app},
    {M::get, "/apps/{appId}", viewer, get_app},
    {M::put, "/apps/{appId}", developer, update_app},
    {M::del, "/apps/{appId}", developer, delete_app},

    {M::get, "/apps/{appId}/newest_users", viewer, list_newest_users, kLimit},
    {M::get, "/apps/{appId}/failures", viewer, get_failures, kHours},
    {M::get, "/apps/{appId}/audit", viewer, list_audit_events, kAudit},
    {M::get, "/apps/{appId}/live", viewer, watch_live},
};

bool is_for_full_access(const Route& route) {
  return route.access == Access::full_access || route.access == Access::any_key ||
         route.access == Access::key_or_client;
}

}  // namespace

std::span<const AdminRoute> admin_routes() { return kRoutes; }

AdminMatch match_admin(Method method, std::string_view path) {
  return match_in(admin_routes(), method, path);
}

std::string allowed_mounted_methods(std::string_view path) {
  std::string allowed;
  for (const auto method : {Method::get, Method::post, Method::put, Method::del}) {
    if (match_mounted(method, path)) allowed.append(name_in_allow(method)).append(", ");
  }
  return allowed.empty() ? allowed : allowed.append("OPTIONS");
}

std::optional<MountedCall> match_mounted(Method method, std::string_view path) {
  if (!path.starts_with(kApps)) return std::nullopt;
  path.remove_prefix(kApps.size());
  const auto id = path.substr(0, path.find('/'));
  path.remove_prefix(id.size());
  auto match = api::match(method, path);
  if (match.route == nullptr || !is_for_full_access(*match.route)) return std::nullopt;
  const bool reads = match.route->method == Method::get;
  return MountedCall{percent_decode(id, false).value_or(std::string(id)), std::move(match),
                     reads ? viewer : developer};
}

}  // namespace parley::api::admin
