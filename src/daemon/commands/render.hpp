// The answer of a command, for people.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace parley::daemon {

/// An object as one line per member; a list of objects as a table of `columns`. Times are shown as
/// dates (UTC). Ends with a line break.
[[nodiscard]] std::string render_for_people(const boost::json::value& data,
                                            std::span<const std::string_view> columns);

/// The error of an answer: what happened, what is wrong with which argument, and what to do, in
/// words for whoever operates the server.
[[nodiscard]] std::string render_error(const boost::json::object& error);

}  // namespace parley::daemon
