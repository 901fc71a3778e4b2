// Renders the result or the error of a command as text.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "daemon/commands/typed_command.hpp"

namespace parley::daemon {

/// Keeps a text on one line, whatever it contains.
[[nodiscard]] std::string without_control_characters(std::string_view text);

/// Renders the result of `command`: an object as one line per member, followed by what it means,
/// and a list of objects as a table of its columns. Times become dates (UTC). Ends with a line
/// break.
[[nodiscard]] std::string render_for_people(const boost::json::value& data, const Command& command);

/// Renders an error of the command for the operator: what happened, which flag is wrong and why,
/// and what to do.
[[nodiscard]] std::string render_error(const boost::json::object& error, const TypedCommand& typed);

}  // namespace parley::daemon
