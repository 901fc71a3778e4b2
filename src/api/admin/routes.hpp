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
  std::string_view path;                 ///< Relative to kPrefix.
  std::optional<core::AdminRole> least;  ///< The least role allowed; nullopt = no session needed.
  AdminHandler handler;
  ParameterNames parameters = {};  ///< Query parameters.
};

[[nodiscard]] std::span<const AdminRoute> admin_routes();

using AdminMatch = Matched<AdminRoute>;

/// `path`: relative to kPrefix.
[[nodiscard]] AdminMatch match_admin(Method method, std::string_view path);

/// A call of the management API that the dashboard makes under /apps/{appId}.
struct MountedCall {
  std::string app_id;  ///< Decoded.
  Match match;
  core::AdminRole least;
};

/// Finds the management call for a path; nullopt if there is none. The dashboard offers every call
/// that a fullAccess key may make: GET needs the role viewer, all others developer.
[[nodiscard]] std::optional<MountedCall> match_mounted(Method method, std::string_view path);

/// The methods for which match_mounted() finds a call, as the header Allow lists them. Empty if
/// there are none.
[[nodiscard]] std::string allowed_mounted_methods(std::string_view path);

}  // namespace parley::api::admin
