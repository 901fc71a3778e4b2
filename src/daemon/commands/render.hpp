// Renders the result of a command as text.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "daemon/commands/command.hpp"

namespace parley::daemon {

/// Renders the result of `command`: an object as one line per member, and a list of objects as a
/// table of its columns. Times become dates (UTC). Ends with a line break.
[[nodiscard]] std::string render_for_people(const boost::json::value& data, const Command& command);

/// Renders an error for the operator: what happened, which argument is wrong and why, and what to
/// do.
[[nodiscard]] std::string render_error(const boost::json::object& error);

}  // namespace parley::daemon
