// Role <-> JSON.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/role/role.hpp"

namespace parley::wire {

namespace json = boost::json;

[[nodiscard]] json::object to_json(std::string_view app_id, const core::Role& role);

/// POST /roles. The id is lower-cased.
[[nodiscard]] Result<core::Role> parse_new_role(const json::object& body);

/// PUT /roles/{role}. `id`: the role in the path, lower-cased.
[[nodiscard]] Result<core::RoleChange> parse_role_change(const json::object& body,
                                                         std::string_view id);

}  // namespace parley::wire
