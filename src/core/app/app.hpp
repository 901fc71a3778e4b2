// App: a tenant. Everything else (users, keys, roles, sessions) belongs to exactly one app.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "core/audit/audit.hpp"

namespace parley::core {

/// In production, Auth Keys (scope authOnly) are refused.
enum class AppMode : std::uint8_t { development, production };

/// Calls per minute; 0 = unlimited, the default.
struct RateLimits {
  std::uint32_t core_per_minute = 0;   ///< Login, create and delete.
  std::uint32_t other_per_minute = 0;  ///< Everything else.

  bool operator==(const RateLimits&) const = default;
};

/// The number of an app on its server, counted from 1 in order of creation. Never reused, so it
/// distinguishes an app from an earlier one with the same id.
using AppEpoch = std::uint64_t;

struct App {
  std::string id;    ///< A DNS label, unique among the apps of the server, immutable.
  std::string name;  ///< 1-100 characters.
  std::string region = "local";
  AppMode mode = AppMode::development;
  std::chrono::seconds token_ttl{0};     ///< Lifetime of new auth tokens; 0 = no limit.
  std::chrono::seconds idle_timeout{0};  ///< New tokens expire if unused for this long; 0 = never.
  std::uint32_t max_tokens_per_user = 100;
  std::vector<std::string> allowed_origins;  ///< Of web pages that may use the app; empty = any.
  RateLimits rate_limits;
  Time created_at;
  Time updated_at;
  AppEpoch epoch = 0;  ///< Assigned by the store.

  bool operator==(const App&) const = default;
};

/// What an update may change; absent = unchanged.
struct AppChange {
  std::optional<std::string> name;
  std::optional<std::string> region;
  std::optional<AppMode> mode;
  std::optional<std::chrono::seconds> token_ttl;
  std::optional<std::chrono::seconds> idle_timeout;
  std::optional<std::uint32_t> max_tokens_per_user;
  std::optional<std::vector<std::string>> allowed_origins;
  std::optional<std::uint32_t> core_per_minute;
  std::optional<std::uint32_t> other_per_minute;
};

/// `app` with `change` applied and its origins normalised (core/app/origin.hpp).
[[nodiscard]] App apply(App app, const AppChange& change);

/// Details of an audit event: the fields in which the two apps differ.
[[nodiscard]] json::object changed_fields(const App& before, const App& after);

/// Whether `text` can be an app id: 1-63 characters from a-z, 0-9 and -, not starting or ending
/// with -.
[[nodiscard]] bool is_app_id(std::string_view text) noexcept;

/// ERR_BAD_REQUEST with the reasons per field when a value of `app` is invalid.
[[nodiscard]] Status validate(const App& app);

/// AUTH_ERR_INVALID_APPID for an app that does not exist.
[[nodiscard]] Error unknown_app(std::string_view id);

/// Whether pages of the origin may use the app. `received`: from the header Origin, any bytes.
/// Clients other than browsers, such as React Native, may add a default port or a slash.
[[nodiscard]] bool allows_origin(const App& app, std::string_view received);

/// "development" or "production".
[[nodiscard]] std::string_view to_string(AppMode mode) noexcept;

}  // namespace parley::core
