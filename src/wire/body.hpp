// The body of a request: one JSON object.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/json_reader.hpp"
#include "base/result.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Parses a body; an empty body is an empty object. Errors: those of read_json_object(), with
/// `example`, a body of the call, in the advice if it is not empty. It must accept only what can be
/// serialised again: handlers store the object, and serialise their response after the commit.
[[nodiscard]] Result<json::object> parse_body(std::string_view text, std::string_view example = {});

}  // namespace parley::wire
