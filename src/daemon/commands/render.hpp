// Renders the result of a command as text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace parley::daemon {

/// Renders an object as one line per member, and a list of objects as a table of `columns`. Times
/// become dates (UTC). Ends with a line break.
[[nodiscard]] std::string render_for_people(const boost::json::value& data,
                                            std::span<const std::string_view> columns);

/// Renders an error for the operator: what happened, which argument is wrong and why, and what to
/// do.
[[nodiscard]] std::string render_error(const boost::json::object& error);

}  // namespace parley::daemon
