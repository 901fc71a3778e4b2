// Role: a group of users of an app, with settings that limit which users its members can list and
// message.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "core/audit/audit.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxRolesPerApp = 25;

/// Every app has this role; it can't be deleted, and users without another one have it.
inline constexpr std::string_view kDefaultRole = "default";

enum class Audience : std::uint8_t { all, friends_only };

struct RoleSettings {
  Audience list_users = Audience::all;
  Audience send_messages_to = Audience::all;

  bool operator==(const RoleSettings&) const = default;
};

struct Role {
  std::string id;           ///< Like a uid: 1-100 characters from a-z 0-9 - _; immutable.
  std::string name;         ///< 1-100 characters.
  std::string description;  ///< At most 255 characters.
  std::string metadata;     ///< A JSON object as text, at most 5 KB; empty = none.
  RoleSettings settings;
  Time created_at;
  Time updated_at;

  bool operator==(const Role&) const = default;
};

/// Absent = unchanged.
struct RoleChange {
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<std::string> metadata;
  std::optional<Audience> list_users;
  std::optional<Audience> send_messages_to;
};

/// `role` with `change` applied.
[[nodiscard]] Role apply(Role role, const RoleChange& change);

/// Details of an audit event: the fields in which the two roles differ.
[[nodiscard]] json::object changed_fields(const Role& before, const Role& after);

/// ERR_BAD_REQUEST with the reasons per field when a value of `role` is invalid.
[[nodiscard]] Status validate(const Role& role);

/// "all" or "friendsOnly".
[[nodiscard]] std::string_view to_string(Audience audience) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<Audience> audience_from_string(std::string_view text) noexcept;

}  // namespace parley::core
