// Statistics -> JSON.
#pragma once

#include <boost/json/object.hpp>

#include "core/statistics/statistics.hpp"

namespace parley::wire {

namespace json = boost::json;

[[nodiscard]] json::object to_json(const core::AppStatistics& statistics);

}  // namespace parley::wire
