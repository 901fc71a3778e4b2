// Every call of the dashboard's API: the table from path to handler.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "api/admin/call.hpp"
#include "api/routes.hpp"

namespace parley::api::admin {

inline constexpr std::string_view kPrefix = "/admin/v1";

struct AdminRoute {
  Method method;
  std::string_view path;                 ///< After kPrefix.
  std::optional<core::AdminRole> least;  ///< nullopt: needs no session.
  AdminHandler handler;
  ParameterNames parameters = {};  ///< Of the query.
};

[[nodiscard]] std::span<const AdminRoute> admin_routes();

using AdminMatch = Matched<AdminRoute>;

/// `path`: after kPrefix.
[[nodiscard]] AdminMatch match_admin(Method method, std::string_view path);

/// A call of the management API that stands under the path of an app.
struct MountedCall {
  std::string app_id;  ///< Decoded.
  Match match;
  core::AdminRole least;
};

/// Every call that a fullAccess key may make: reading takes a viewer, the rest a developer.
/// nullopt: the path is none of those.
[[nodiscard]] std::optional<MountedCall> match_mounted(Method method, std::string_view path);

/// The methods for which match_mounted() finds a call, as the header Allow lists them.
[[nodiscard]] std::string allowed_mounted_methods(std::string_view path);

}  // namespace parley::api::admin
