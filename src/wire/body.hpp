// The body of a request: one JSON object.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/json_reader.hpp"
#include "base/result.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Reads a body; an empty one is an empty object. Errors: those of read_json_object(), whose
/// promise matters most here: handlers store what this accepts and render their answer after the
/// commit, so nothing that cannot be rendered may get past it.
[[nodiscard]] Result<json::object> parse_body(std::string_view text);

}  // namespace parley::wire
