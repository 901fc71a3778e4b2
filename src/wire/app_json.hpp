// Apps as JSON.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/app/service.hpp"
#include "wire/fields.hpp"

namespace parley::wire {

namespace json = boost::json;

[[nodiscard]] json::object to_json(const core::App& app);

/// With both keys in full: for the response to the app's creation.
[[nodiscard]] json::object to_json(const core::CreatedApp& created);

/// Reads the field `mode`.
[[nodiscard]] std::optional<core::AppMode> read_mode(Fields& fields);

/// A new app; its id is empty if one is to be generated. Error: ERR_BAD_REQUEST.
[[nodiscard]] Result<core::App> parse_new_app(const json::object& body);

/// A change of the app with this id. Error: ERR_BAD_REQUEST.
[[nodiscard]] Result<core::AppChange> parse_app_change(const json::object& body,
                                                       std::string_view id);

}  // namespace parley::wire
