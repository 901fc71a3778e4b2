// Every endpoint of the API under /v3: the table from path to handler.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "api/call.hpp"
#include "api/rate_limiter.hpp"

namespace parley::api {

struct Route {
  Method method;
  std::string_view path;  ///< Relative to the version, such as "/users/{uid}".
  Access access;
  RateClass rate_class;
  Handler handler;
  ParameterNames parameters = {};  ///< Query parameters.
  bool passes_limits = false;      ///< Counted, but never refused for a limit.
};

[[nodiscard]] std::span<const Route> routes();

/// A path split at its version ("/v3" or "/v3.0"), not yet decoded.
struct VersionedPath {
  enum class Kind { known, other_version, other } kind = Kind::other;
  std::string_view version;  ///< As sent, for messages.
  std::string_view rest;     ///< Starts with '/', or is empty.
};

[[nodiscard]] VersionedPath split_version(std::string_view path);

/// The decoded parameters of `path` if it matches `pattern` ("/users/{uid}"), else nullopt.
[[nodiscard]] std::optional<std::array<std::string, 2>> match_path(std::string_view pattern,
                                                                   std::string_view path);

/// The method of a route as the header Allow lists it: GET includes HEAD.
[[nodiscard]] std::string_view name_in_allow(Method method);

/// The route that matches a method and path, and its decoded parameters.
template <class AnyRoute>
struct Matched {
  const AnyRoute* route = nullptr;  ///< nullptr = no match.
  std::array<std::string, 2> parameters;
};

/// HEAD matches the routes of GET.
template <class AnyRoute>
[[nodiscard]] Matched<AnyRoute> match_in(std::span<const AnyRoute> table, Method method,
                                         std::string_view path) {
  if (method == Method::head) method = Method::get;
  for (const AnyRoute& route : table) {
    if (route.method != method) continue;
    if (auto parameters = match_path(route.path, path)) return {&route, std::move(*parameters)};
  }
  return {};
}

/// The methods of `path` in a table, as the header Allow lists them; empty if the table has no such
/// path.
template <class AnyRoute>
[[nodiscard]] std::string allowed_methods(std::span<const AnyRoute> table, std::string_view path) {
  std::string allowed;
  for (const AnyRoute& route : table) {
    if (match_path(route.path, path)) allowed.append(name_in_allow(route.method)).append(", ");
  }
  return allowed.empty() ? allowed : allowed.append("OPTIONS");
}

using Match = Matched<Route>;

/// `path`: relative to the version.
[[nodiscard]] Match match(Method method, std::string_view path);

/// Where clients open a WebSocket, relative to the version. Not in the table: realtime::Gateway
/// answers requests that open one.
inline constexpr std::string_view kRealtimePath = "/realtime";

inline constexpr std::size_t kMaxBody = 10 * 1024;
inline constexpr std::size_t kMaxImportBody = 1024 * 1024;
inline constexpr std::string_view kImportPath = "/data_import/users";

}  // namespace parley::api
