// What happens in an app as JSON: failures by the hour, and live events.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "core/failure/failure.hpp"
#include "core/feed/event.hpp"

namespace parley::wire {

namespace json = boost::json;

/// `{"hours": [{"hour", "failures": {"<code>": n}}]}`.
[[nodiscard]] json::object to_json(const std::vector<core::HourlyFailures>& hours);

[[nodiscard]] json::object to_json(const core::FeedEvent& event);

/// As one server-sent event (HTML standard, section 9.2), with its id.
[[nodiscard]] std::string server_sent_event(const core::FeedEvent& event);

}  // namespace parley::wire
